import type { TriageClass } from "#core/triage/class.ts";
import type { RuleId } from "./v1/rules.ts";
import type { ClassWords, RuleWords } from "./words.ts";

/**
 * What each rule asks the kader to do and to say, in Indonesian. No words name an illness or promise a cure, and none that a
 * companion could read over her shoulder betrays what the mother said alone (M07, M08b, M12, U03). The steps are first help
 * of general knowledge and judgement where the rule's own source does not give them; they wait for the same signature.
 */
const words = (reason: string, say: string, ...doNow: readonly string[]): RuleWords => ({ reason, say, doNow });

const GO = "Bidan perlu melihat Ibu sekarang. Saya temani sampai bertemu bidan.";
const GO_BABY = "Bayi perlu dilihat bidan sekarang. Saya temani. Bayi tetap digendong, ya Bu.";
const KEEP_WARM = "Gendong bayi kulit ke kulit, selimuti, pakaikan topi.";
const KEEP_FEEDING = "Tetap susui sepanjang jalan bila bayi mau.";
const FEED_ON = "Tetap susui, sesering bayi mau.";
const HOT_OR_COLD = ["Dingin: kulit ke kulit, topi, selimut.", "Panas: buka satu lapis, jangan dikompres es."] as const;
const NOT_ALONE = "Jangan tinggalkan Ibu sendirian.";
const SOON = "Saya kabari bidan hari ini, supaya Ibu diperiksa dalam sehari.";
const NO_MASSAGE = "Hari ini tidak dipijat dulu. Kita tunggu kata bidan.";

export const RULE_TEXTS: Readonly<Record<RuleId, RuleWords>> = {
  U01: words("Ada tanda bahaya yang belum terjawab", "Masih ada yang perlu saya tanyakan supaya Ibu aman.", "Tanyakan lagi yang belum terjawab.", "Belum bisa? Kabari bidan hari ini."),
  U02: words("Umur bayi belum diketahui", "Kapan tepatnya bayi lahir, Bu? Kita lihat di buku KIA.", "Cari jam lahir di buku KIA."),
  U03: words("Masih ada pertanyaan yang ditunda", "Besok saya mampir lagi, kita mengobrol sebentar.", "Datang lagi dalam 24 jam."),

  M01a: words("Darah keluar banyak", GO, "Baringkan Ibu, kaki lebih tinggi.", NOT_ALONE, "Bawa pembalut yang penuh untuk dilihat bidan."),
  M01b: words("Darah bertambah", SOON, "Minta Ibu beristirahat dan kencing.", "Pembalut penuh dalam satu jam? Antar sekarang."),
  M02: words("Kejang atau pingsan", GO, "Miringkan Ibu, jauhkan benda keras.", "Jangan masukkan apa pun ke mulut.", NOT_ALONE),
  M03a: words("Sakit kepala hebat, penglihatan kabur, nyeri ulu hati, bengkak mendadak, atau tensi sangat tinggi", GO, NOT_ALONE, "Jaga Ibu tetap tenang, kurangi cahaya dan suara."),
  M03b: words("Tekanan darah tinggi", SOON, "Minta Ibu beristirahat.", "Sakit kepala hebat atau penglihatan kabur? Antar sekarang."),
  M03d: words("Sakit kepala bertambah bila duduk", SOON, "Biarkan Ibu berbaring.", "Penglihatan kabur atau leher kaku? Antar sekarang."),
  M03c: words("Pernah tensi tinggi saat hamil, hari ini belum diukur", "Tensi Ibu perlu diukur hari ini atau besok.", "Minta bidan mengukur tekanan darah."),
  M04: words("Sesak, nyeri dada, atau satu betis nyeri dan bengkak", GO, "Jangan pijat betis.", "Biarkan Ibu duduk dan tidak berjalan jauh."),
  M05: words("Badan panas atau menggigil", GO, "Beri minum bila Ibu sadar.", KEEP_FEEDING),
  M06a: words("Nyeri perut hebat atau tidak bisa kencing", GO, "Jangan pijat perut."),
  M06b: words("Cairan berbau, luka bernanah, kencing sakit, atau perut nyeri terus", SOON, "Jaga luka tetap bersih dan kering."),
  M06c: words("Perut mulas saat menyusui", "Mulas saat menyusui di hari-hari pertama itu biasa. Rahim sedang mengecil.", "Minta Ibu kencing sebelum menyusui.", "Mulas menjadi terus-menerus? Kabari bidan."),
  M07: words("Perlu bicara dengan bidan sekarang", "Ibu tidak sendiri. Saya temani sampai bertemu bidan.", NOT_ALONE, "Ajak satu orang yang Ibu percaya ikut menemani bayi.", "Dengarkan, jangan menyalahkan."),
  M08a: words("Ibu sedih lama atau sulit dekat dengan bayi", "Banyak ibu merasa begini. Ini bukan salah Ibu. Bidan bisa membantu.", "Temani, jangan menasihati panjang.", "Minta keluarga membantu mengurus bayi."),
  M08b: words("Perlu bicara dengan bidan minggu ini", "Bidan ingin tahu kabar Ibu minggu ini.", "Kabari bidan."),
  M09: words("Ibu tampak sakit sekali, atau angkanya tidak aman", GO, NOT_ALONE, "Baringkan, selimuti."),
  M10: words("Satu sisi badan tiba-tiba lemah", GO, "Jangan beri makan atau minum.", NOT_ALONE),
  M12: words("Perlu bicara dengan bidan dalam sehari", "Bidan ingin memeriksa Ibu, seperti biasa sesudah melahirkan.", "Tanyakan kapan dan di mana Ibu bisa bertemu bidan.", "Kabari bidan."),
  M13: words("Ari-ari mungkin belum lengkap", SOON, "Darah bertambah banyak? Antar sekarang."),
  M14: words("Ibu belum 18 tahun", "Bidan akan ikut menemani Ibu minggu ini.", "Kunjungi lebih sering.", "Ajak keluarga yang Ibu percaya."),

  B01: words("Kedua payudara penuh", "Payudara penuh di hari-hari awal itu biasa. Susui sesering bayi mau.", "Bantu posisi dan perlekatan.", "Kompres dingin sesudah menyusui bila nyaman.", "Jangan memijat atau memerah sampai kosong."),
  B02: words("Kedua payudara penuh dan belum membaik", SOON, FEED_ON, "Jangan memijat payudara."),
  B03: words("Sebagian payudara nyeri, keras atau merah", "Payudara Ibu perlu dilihat bidan dalam sehari.", "Tetap susui dari kedua payudara.", "Jangan dipijat, jangan ditekan, jangan diperah sampai kosong."),
  B04: words("Bagian payudara yang nyeri makin berat atau sudah sehari", "Payudara Ibu perlu dilihat bidan hari ini.", "Tetap susui dari kedua payudara.", "Jangan dipijat atau ditekan."),
  B05: words("Payudara perlu dilihat bidan hari ini", "Payudara Ibu perlu dilihat bidan hari ini juga.", "Jangan ditekan untuk memeriksa.", "Jangan dipijat."),
  B06: words("Payudara nyeri, dan Ibu punya sakit yang membuat tubuh lebih lemah", "Payudara Ibu perlu dilihat bidan hari ini juga.", "Tetap susui dari kedua payudara.", "Jangan dipijat atau ditekan."),
  B07: words("Puting lecet", "Puting lecet sering karena bayi belum melekat dalam. Kita coba perbaiki bersama.", "Bantu perlekatan: mulut lebar, dagu menempel.", "Oleskan sedikit ASI, biarkan kering."),
  B08: words("Puting bernanah, atau lecet sudah dua hari", SOON, "Tetap susui bila Ibu sanggup.", "Bantu perlekatan."),
  B09: words("Ada benjolan lama, atau puting berdarah", "Bidan perlu melihat payudara Ibu minggu ini.", "Jangan ditekan."),
  B10: words("Ada lepuh di payudara", "Bidan perlu melihat lepuh ini dalam sehari.", "Jaga bayi tidak menyentuh lepuh.", "Susui dari payudara yang tidak ada lepuhnya sambil menunggu."),
  B11: words("Badan meriang", SOON, "Beri minum dan istirahat.", "Panas atau menggigil? Antar sekarang."),

  N01: words("Bayi menunjukkan tanda bahaya", GO_BABY, KEEP_WARM, KEEP_FEEDING),
  N02a: words("Suhu bayi terlalu panas atau terlalu dingin", GO_BABY, ...HOT_OR_COLD, KEEP_FEEDING),
  N02b: words("Bayi agak dingin", "Bayi agak dingin, kita hangatkan di dada Ibu.", KEEP_WARM, "Ukur lagi setelah 30 sampai 60 menit."),
  N02c: words("Bayi tetap dingin setelah dihangatkan", GO_BABY, KEEP_WARM, KEEP_FEEDING),
  N02d: words("Bayi panas", "Bayi perlu dilihat bidan dalam sehari.", FEED_ON, "Makin lemas atau tidak mau menyusu? Antar sekarang."),
  N02e: words("Bayi terasa panas atau dingin", GO_BABY, ...HOT_OR_COLD, KEEP_FEEDING),
  N02f: words("Bayi terasa panas atau dingin", "Bayi perlu dilihat bidan dalam sehari.", "Cari termometer, ukur suhunya.", FEED_ON),
  N03: words("Napas bayi terlalu cepat atau terlalu pelan", GO_BABY, KEEP_WARM, "Biarkan bayi tegak di dada."),
  N04a: words("Bayi kuning yang tidak boleh menunggu", GO_BABY, KEEP_FEEDING, "Jangan dijemur sebagai pengganti ke bidan."),
  N04b: words("Bayi kuning", "Bayi kuning perlu dilihat bidan dalam sehari.", "Bangunkan bayi, susui lebih sering.", "Kuning sampai telapak, atau sulit bangun? Antar sekarang."),
  N04c: words("Tinja bayi pucat", "Tinja pucat perlu dilihat bidan dalam sehari.", "Simpan popoknya untuk diperlihatkan."),
  N05: words("Kencing bayi kurang dari 6 kali", "Kencing bayi memberi tahu kita cukup tidaknya ASI. Bidan akan melihat.", "Susui lebih sering, siang dan malam.", "Perhatikan perlekatan."),
  N06a: words("Bayi sangat jarang kencing", GO_BABY, KEEP_FEEDING),
  N06b: words("Bayi belum kencing 12 jam", "Bidan perlu melihat bayi dalam sehari.", "Bangunkan dan susui sekarang.", "Tetap tidak kencing? Antar sekarang."),
  N07: words("Kencing bayi lebih sedikit dari umurnya", "Bidan perlu melihat bayi dalam sehari.", "Susui setiap 2 sampai 3 jam."),
  N08: words("Berat bayi turun lebih dari sepersepuluh", GO_BABY, KEEP_FEEDING, "Bawa buku KIA dengan berat lahirnya."),
  N09a: words("Berat bayi turun cukup banyak", "Bidan perlu menimbang dan melihat bayi dalam sehari.", "Susui lebih sering.", "Perhatikan perlekatan."),
  N09b: words("Berat bayi turun, perlu ditimbang lagi", "Besok kita timbang lagi, ya Bu.", "Susui sering.", "Timbang lagi dalam 24 jam."),
  N10: words("Berat bayi belum kembali ke berat lahir", "Bidan perlu melihat bayi dalam sehari.", "Susui lebih sering, siang dan malam."),
  N11a: words("Berat bayi naik pelan", "Bidan akan melihat kenaikan berat bayi minggu ini.", "Susui lebih sering.", "Timbang lagi minggu depan."),
  N11b: words("Berat bayi di bawah garis pertumbuhannya", "Bidan akan melihat grafik berat bayi minggu ini.", "Bawa buku KIA."),
  N11c: words("Berat bayi turun dari timbangan sebelumnya", "Bidan perlu melihat bayi dalam sehari.", "Susui lebih sering."),
  N12a: words("Tinja bayi masih hitam", "Tinja hitam setelah hari keempat perlu dilihat bidan dalam sehari.", "Susui lebih sering."),
  N12b: words("Tinja bayi hitam lagi", GO_BABY, "Simpan popoknya untuk diperlihatkan.", KEEP_FEEDING),
  N13: words("Bayi kecil atau lahir lebih awal, dan ada yang perlu diperhatikan", "Bayi kecil perlu dilihat bidan lebih cepat, dalam sehari.", KEEP_WARM, "Susui lebih sering."),
  N14a: words("Bayi terlalu jarang menyusu", GO_BABY, "Bangunkan dan susui sekarang."),
  N14b: words("Bayi tidak bisa melekat", "Bidan akan membantu perlekatan dalam sehari.", "Gendong kulit ke kulit, coba lagi dengan tenang."),
  N14c: words("Bayi belum menyusu sejak lahir", "Bidan akan membantu dalam sehari.", "Kulit ke kulit sekarang, biarkan bayi mencari."),
  N15a: words("Bayi sulit dibangunkan dan kurang minum", GO_BABY, KEEP_WARM, "Coba susui sambil jalan."),
  N15b: words("Bayi mengantuk terus atau gemetar", "Bidan perlu melihat bayi dalam sehari.", "Bangunkan untuk menyusu.", "Tidak mau menyusu? Antar sekarang."),

  X01: words("Keluarga sedang berduka", "Saya turut berduka, Bu. Saya di sini menemani.", "Dengarkan, jangan banyak bertanya.", "Kabari bidan: Ibu perlu ditemani, payudaranya juga."),

  F01: words("Ibu khawatir ASI kurang", "Banyak ibu khawatir begini. Kita lihat tandanya bersama: kencing bayi, berat, dan menelannya.", "Cari sebabnya bersama Ibu.", "Ajak menyusui lebih sering."),
  F02: words("Bayi menyusu kurang dari 8 kali", "Bayi biasanya menyusu 8 sampai 12 kali sehari semalam.", "Susui setiap bayi mau, malam juga.", "Bangunkan bila tidur lama."),
  F03a: words("Perlekatan belum baik, atau menyusui terasa sakit", "Kita coba posisi lain supaya tidak sakit.", "Perlihatkan empat tanda perlekatan.", "Minta Ibu melepas dan mencoba lagi dengan lembut."),
  F03b: words("Perlekatan belum berhasil", "Bidan akan membantu perlekatan dalam sehari.", "Kulit ke kulit sambil menunggu."),
  F04a: words("Bayi terpisah, memakai dot, atau minum selain ASI", "Terima kasih sudah bercerita. Bayi belajar mengisap paling mudah langsung di payudara.", "Jangan menghentikan apa pun yang diminta tenaga kesehatan.", "Ajak menyusui dulu sebelum yang lain."),
  F04b: words("Susu diencerkan, atau bayi sudah diberi makanan", "Bidan perlu membicarakan minum bayi dengan Ibu dalam sehari.", "Jangan menyalahkan.", "Jangan menghentikan yang diminta tenaga kesehatan."),
  F05: words("Ibu lelah, kurang yakin, atau kurang dibantu", "Ibu sudah berusaha sekali. Siapa yang bisa meringankan hari ini?", "Ajak suami atau nenek membantu.", "Dengarkan dulu, baru memberi saran."),
  F06: words("Puting datar", "Bayi mengisap payudara, bukan puting saja. Kita coba bersama.", "Bantu posisi, biarkan bayi membuka mulut lebar."),
  F07: words("ASI belum keluar setelah tiga hari", "Bidan perlu melihat Ibu dan bayi dalam sehari.", "Kulit ke kulit, susui sering."),
  F08: words("Ibu minum pil KB, jamu, atau obat lain", "Bidan akan melihat obat Ibu minggu ini. Jangan berhenti sendiri.", "Catat nama obatnya."),
  F09: words("ASI keluar berlebihan", "Bidan akan membantu mengatur minggu ini.", "Jangan memerah tambahan."),
  F10: words("Ada aturan menyusui dari tenaga kesehatan", "Kita ikuti aturan dari klinik, ya Bu.", "Jangan memberi saran menyusui sendiri.", "Tanyakan kepada bidan."),

  S01: words("Belum boleh dipijat: tidak setuju, hamil, punggung luka, atau badan hangat", NO_MASSAGE),
  S02: words("Darah Ibu sulit berhenti, atau minum pengencer darah", NO_MASSAGE, "Tanyakan kepada bidan sebelum memijat."),
  S03: words("Pernah ada gumpalan darah", NO_MASSAGE, "Bidan perlu membolehkan dulu."),
  S04: words("Tulang punggung bermasalah", NO_MASSAGE, "Bidan perlu melihat dulu."),
  S05: words("Setelah operasi sesar, bidan perlu membolehkan dulu", "Pijat setelah operasi menunggu kata bidan.", "Minta bidan memberi izin untuk Ibu ini."),
  S08: words("Hari ini sudah dua kali dipijat", "Cukup untuk hari ini. Besok boleh lagi."),
  S09: words("Sudah tiga hari dipijat dan belum membaik", "Kita minta bidan melihat, supaya Ibu dibantu dengan cara lain.", "Lanjutkan perlekatan dan menyusui sering."),
  S10: words("Ada memar atau nyeri sesudah pijat", "Maaf, Bu. Tidak dipijat lagi sampai bidan melihat."),
  S11: words("Rujukan belum dijawab bidan", NO_MASSAGE),
};

export const CLASS_TEXTS: Readonly<Record<TriageClass, ClassWords>> = {
  SEGERA: { tag: "Sekarang", title: "Antar {name} ke bidan sekarang", meaning: "Tidak boleh menunggu." },
  R24: { tag: "Dalam 24 jam", title: "{name} perlu bidan dalam 24 jam", meaning: "Kabari bidan hari ini." },
  PEKAN: { tag: "Minggu ini", title: "{name} perlu bidan minggu ini", meaning: "Kabari bidan, lalu kunjungi lagi." },
  BANTU: { tag: "Ibu kader bantu", title: "{name} bisa dibantu sekarang", meaning: "Bantu di rumah, lalu lihat lagi." },
  LANJUT: { tag: "Baik", title: "Tidak ada tanda bahaya hari ini", meaning: "Teruskan, dan datang lagi." },
};
