import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { AppBar, Question, Screen, Steps, Tabs } from "../shared/controls/Screen.tsx";
import { Button } from "../shared/controls/Button.tsx";
import { Card } from "../shared/controls/Card.tsx";
import { ChoiceList } from "../shared/controls/ChoiceList.tsx";
import { ClassTag } from "../shared/controls/ClassTag.tsx";
import { parseDecimal } from "../shared/controls/decimal.ts";
import { IconBook, IconCalendar, IconPeople, IconPhone, IconPlus } from "../shared/controls/icons.tsx";
import { NumberField, Stepper, TextField } from "../shared/controls/NumberField.tsx";
import { Instead, PickList } from "../shared/controls/PickList.tsx";
import { isAnswered, NOT_ANSWERED } from "../shared/controls/picking.ts";
import { Scale0to10 } from "../shared/controls/Scale.tsx";
import { SyncChip } from "../shared/controls/SyncChip.tsx";
import { picture } from "../shared/pictures/danger.tsx";
import { MassagePicture } from "../shared/pictures/session.tsx";

const back = { label: "Kembali", onBack: () => history.back() };
const nothing = () => {};

const COUNTS = [
  { key: "unsent", label: "Belum terkirim", count: 2 },
  { key: "sent", label: "Terkirim", count: 1 },
  { key: "accepted", label: "Diterima", count: 214 },
  { key: "refused", label: "Ditolak", count: 0 },
] as const;

const TABS = [
  { key: "ibu", label: "Ibu", icon: <IconPeople />, href: "#list", count: 3 },
  { key: "belajar", label: "Belajar", icon: <IconBook />, href: "#list" },
  { key: "pertemuan", label: "Pertemuan", icon: <IconCalendar />, href: "#list" },
];

export const ListScreen = (): JSX.Element => (
  <Screen
    bar={<AppBar heading title="Ibu saya" end={<SyncChip state="waiting" text="2 belum terkirim" counts={COUNTS} note="Aman di HP ini. Dikirim begitu ada sinyal." />} />}
    actions={<Button icon={<IconPlus />}>Dampingi ibu baru</Button>}
    tabs={<Tabs label="Bagian" tabs={TABS} current="ibu" />}>
    <small>Rabu, 25 November · 3 ibu menunggu hari ini</small>
    <Card title="Ibu Sari" face="SA" tag={{ name: "SEGERA", text: "Sekarang" }} sub="Rujukan belum dilihat bidan, 25 menit" href="#now" />
    <Card title="Ibu Dewi" face="DW" tag={{ name: "R24", text: "Hari ini" }} sub="17 th, hari ke-9. Pijat kedua sore ini" href="#session" />
    <Card title="Ibu Rini" face="RN" tag={{ name: "PEKAN", text: "Minggu ini" }} sub="Hari ke-14. Lihat lagi perlekatan bayi" onOpen={nothing} />
    <Card title="Ibu Maya" face="MY" tag={{ name: "BANTU", text: "Dibantu" }} sub="Hari ke-4. ASI belum lancar" href="#list" />
    <Card title="Ibu Lastri" face="LA" tag={{ name: "LANJUT", text: "Lancar" }} sub="Kunjungan berikut hari Jumat" href="#list" />
  </Screen>
);

const SIGNS = [
  { key: "mother.headache", label: "Sakit kepala hebat", hint: "tidak hilang dengan istirahat" },
  { key: "mother.blurredVision", label: "Penglihatan kabur", hint: "atau melihat kilatan" },
  { key: "mother.epigastricPain", label: "Nyeri ulu hati", hint: "di tengah, di bawah dada" },
  { key: "mother.suddenSwelling", label: "Wajah atau tangan bengkak", hint: "tiba-tiba" },
];

export const PickScreen = (): JSX.Element => {
  const [picked, setPicked] = useState(NOT_ANSWERED);
  return (
    <Screen
      bar={<AppBar title="Ibu Sari · tanda bahaya" back={back} end="3 dari 11" />}
      steps={<Steps now={3} of={11} label="Langkah 3 dari 11" />}
      actions={
        <>
          <Instead option={{ key: "none", label: "Tidak ada satu pun" }} picked={picked} onPick={setPicked} />
          <Button disabled={!isAnswered(picked)}>Lanjut</Button>
        </>
      }>
      <Question id="signs">Apakah Ibu merasakan salah satu dari ini?</Question>
      <PickList labelledBy="signs" tone="SEGERA" options={SIGNS.map((sign) => ({ ...sign, picture: picture(sign.key) }))} picked={picked} onPick={setPicked} />
    </Screen>
  );
};

export const NowScreen = (): JSX.Element => (
  <Screen tone="SEGERA" bar={<AppBar title="aturan versi 1, belum disahkan" back={back} end={<ClassTag name="SEGERA" text="SEKARANG" />} />}
    actions={<small class="spread"><span><b>Belum sampai</b> ke bidan. Dicoba terus.</span><span>14.05</span></small>}>
    <h1 class="big" style={{ color: "var(--now)" }}>Antar Ibu Sari ke bidan sekarang</h1>
    <div class="why"><b>Sebab:</b> penglihatan kabur, hari ke-6 setelah melahirkan.<br /><small>Bidan perlu memeriksa tekanan darahnya hari ini juga.</small></div>
    <Button kind="now" icon={<IconPhone />} href="tel:0">Telepon Bidan</Button>
    <div class="two"><Button kind="line">Kirim pesan</Button><Button kind="line">Arah ke sana</Button></div>
    <section class="panel"><h2>Sambil menunggu</h2><ol><li>Jangan tinggalkan Ibu sendirian.</li><li>Bawa bayi, tetap susui bila Ibu sadar.</li><li>Bawa buku KIA. Jangan dipijat.</li></ol></section>
  </Screen>
);

const YELLOW = [["none", "Tidak kuning"], ["face_or_chest", "Wajah atau dada"], ["arms_or_legs", "Lengan atau kaki"], ["palms_or_soles", "Telapak tangan atau kaki"]] as const;

export const YellowScreen = (): JSX.Element => {
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Screen bar={<AppBar title="Bayi Ibu Sari · tanda bahaya" back={back} end="7 dari 11" />} steps={<Steps now={7} of={11} label="Langkah 7 dari 11" />} actions={<Button disabled={chosen === null}>Lanjut</Button>}>
      <Question id="yellow" hint="Lihat di tempat terang, dekat jendela. Kalau ragu, pilih yang kuning.">Sampai mana kulit bayi kuning?</Question>
      <ChoiceList tiles tone="R24" labelledBy="yellow" name="yellow" chosen={chosen} onChoose={setChosen} options={YELLOW.map(([value, label]) => ({ key: value, label, picture: picture(`baby.yellow.${value}`) }))} />
    </Screen>
  );
};

export const FieldsScreen = (): JSX.Element => {
  const [text, setText] = useState("73,5");
  const [count, setCount] = useState<number | null>(null);
  const [pain, setPain] = useState<number | null>(3);
  const [name, setName] = useState("");
  const value = parseDecimal(text, 1);
  const wrong = value === null || value < 30 || value > 45;
  return (
    <Screen bar={<AppBar title="Ibu Sari · suhu" back={back} />} actions={<Button busy>Menyimpan</Button>}>
      <Question id="fields">Berapa suhu Ibu?</Question>
      <NumberField label="Suhu Ibu" labelHidden unit="°C" decimals={1} text={text} onText={setText} error={wrong ? "Isi suhu antara 30 dan 45 °C. Periksa lagi angkanya." : undefined} />
      <Stepper label="Berapa kali bayi menyusu sejak kemarin?" unit="kali" count={count} onCount={setCount} max={40} less="Kurangi" more="Tambah" hint="Hitung siang dan malam." />
      <Scale0to10 legend="Seberapa yakin Ibu hari ini?" name="sure" value={pain} onValue={setPain} low="tidak yakin" high="yakin sekali" />
      <TextField label="Nama panggilan Ibu" text={name} onText={setName} hint="Boleh nama panggilan saja." />
      <TextField long label="Catatan" text={name} onText={setName} />
    </Screen>
  );
};

export const SessionScreen = (): JSX.Element => {
  const [paused, setPaused] = useState(false);
  return (
    <Screen bar={<AppBar title="Ibu Dewi · pijat oksitosin" end="langkah 4 dari 6" />}
      actions={<div class="two"><Button kind="quiet" onClick={() => setPaused(!paused)}>{paused ? "Teruskan" : "Jeda"}</Button><Button kind="stop">Berhenti</Button></div>}>
      <h1 class="sr">Pijat</h1>
      <MassagePicture title="Punggung Ibu dari belakang. Dua kepalan berputar kecil di samping tulang, dari leher ke bawah belikat." paused={paused} />
      <p class="centre"><span class="clock">1:48</span> <small>dari 3:00</small></p>
      <p class="centre">Putaran kecil, pelan, di samping tulang. Mantap tetapi <b>nyaman</b>.</p>
    </Screen>
  );
};
