/** The locked screen: on every opening, so it comes with the first script. */
export const TEXTS = {
  digits: "{count} dari 6 angka terisi",
  deleteDigit: "Hapus satu angka",
  lockedGreeting: "Halo, {name}",
  lockedTitle: "Masukkan PIN",
  lockedOpening: "Membuka",
  lockedReading: "Membaca catatan, {percent} %",
  lockedWrong: "PIN salah. Masih boleh mencoba {count} kali.",
  lockedWrongLast: "PIN salah. Sekali lagi salah, Ibu harus menunggu.",
  lockedWait: "Terlalu sering salah. Coba lagi dalam {time}.",
  forgot: "Lupa PIN",
  forgotTitle: "Lupa PIN?",
  forgotText: "Tidak apa-apa. Minta tautan atau kode baru pada bidan, lalu pasang lagi di HP ini.",
  forgotSent: "Catatan yang belum terkirim tetap dikirim. Yang sudah terkirim akan kembali ke HP ini.",
  forgotDraft: "Kunjungan yang belum selesai tidak bisa dibuka lagi.",
  forgotCode: "Saya punya kode",
  callMidwife: "Kalau ada tanda bahaya, jangan tunggu PIN: telepon bidan atau antar Ibu sekarang.",
} as const;
