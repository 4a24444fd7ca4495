import type { JSX } from "preact";
import { Button } from "../shared/controls/Button.tsx";
import { ClassTag } from "../shared/controls/ClassTag.tsx";
import type { ClassName } from "../shared/controls/class-signs.ts";
import { classCss, css } from "../shared/controls/class-signs.ts";
import { Timeline } from "../shared/controls/Timeline.tsx";
import { picture } from "../shared/pictures/people.tsx";

const ROWS: readonly { name: ClassName; age: string; who: string; sub: string; what: string; more: string; by: string; act: string }[] = [
  { name: "SEGERA", age: "25 menit", who: "Ibu Sari, 24 th", sub: "hari ke-6, bayi 3,1 kg", what: "Penglihatan kabur", more: "tekanan darah belum diukur", by: "Kader Wati", act: "Jawab" },
  { name: "R24", age: "3 jam", who: "Ibu Maya, 31 th", sub: "hari ke-12", what: "Sebagian payudara keras, merah", more: "sejak 6 jam, 37,3 °C", by: "Kader Ani", act: "Jawab" },
  { name: "R24", age: "9 jam", who: "Bayi Ny. Rina", sub: "hari ke-5", what: "Kencing 5 kali sehari", more: "berat turun 7,4 %", by: "Kader Tuti", act: "Jawab" },
  { name: "PEKAN", age: "2 hari", who: "Ibu Dewi, 17 th", sub: "hari ke-9", what: "Di bawah 18 tahun", more: "kunjungan bersama", by: "Kader Ani", act: "Atur" },
];

export const ConsolePage = (): JSX.Element => (
  <div class="console with-story">
    <nav class="side" aria-label="Bagian">
      <p class="side-name">Dampingi</p>
      <a href="#console" aria-current="page">Hari ini <b>4</b></a><a href="#console">Ibu <b>182</b></a><a href="#console">Kader <b>27</b></a><a href="#console">Pertemuan</a><a href="#console">Laporan</a><a href="#console">Aturan</a>
      <div class="side-foot">Klinik contoh (data rekaan)<br />Bidan koordinator</div>
    </nav>
    <main class="main">
      <div class="main-head"><div><h1>Hari ini</h1><small>Rabu, 25 November 2026 · diperbarui baru saja</small></div><div class="main-tools"><Button kind="quiet">Cetak daftar</Button></div></div>
      <div class="tiles">
        <a class="tile segera" href="#console"><b>1</b><small>menunggu sekarang</small></a><a class="tile r24" href="#console"><b>2</b><small>dalam 24 jam</small></a><a class="tile" href="#console"><b>5</b><small>kunjungan terlewat</small></a><a class="tile" href="#console"><b>2</b><small>izin pijat habis minggu ini</small></a>
      </div>
      <ul class="rows">
        {ROWS.map((row) => (
          <li key={row.who} class={css("row", row.name === "SEGERA" && classCss(row.name))}>
            <ClassTag name={row.name} text={row.age} />
            <span><b>{row.who}</b><br /><small>{row.sub}</small></span>
            <span>{row.what}<br /><small>{row.more}</small></span>
            <small>{row.by}</small>
            <Button kind={row.name === "SEGERA" ? "now" : row.name === "PEKAN" ? "quiet" : "primary"}>{row.act}</Button>
          </li>
        ))}
      </ul>
      <div class="filters"><button type="button" class="chip" aria-pressed="true">Semua</button><button type="button" class="chip" aria-pressed="false">Di bawah 18 tahun</button></div>
      <div class="table-frame" tabIndex={0} role="region" aria-label="Nilai kader">
        <table class="table">
          <caption>Nilai kader, data rekaan</caption>
          <thead><tr><th scope="col" aria-sort="ascending"><button type="button" class="sort">Kader</button></th><th scope="col" class="n">Sebelum</th><th scope="col" class="n">Sesudah</th><th scope="col">Izin pijat</th></tr></thead>
          <tbody><tr><th scope="row">Wati</th><td class="n">11</td><td class="n">17</td><td>sampai 3 Mei</td></tr><tr><th scope="row">Ani</th><td class="n">9</td><td class="n">16</td><td>sampai 3 Mei</td></tr></tbody>
        </table>
      </div>
      <div class="side-by-side"><div class="vs on"><b>38,1 °C</b><br /><small>Bidan, 14.10</small></div><div class="vs"><b>37,2 °C</b><br /><small>Kader Wati, 13.40</small></div></div>
      <form class="form">
        <div class="form-two"><div class="field"><label for="g-name">Nama</label><input id="g-name" /></div><div class="field"><label for="g-site">Tempat</label><select id="g-site"><option>Klinik contoh</option></select></div></div>
        <label class="check"><input type="checkbox" /> <span>Kader ini boleh mendampingi sendiri</span></label>
        <div class="form-actions"><Button fit>Simpan</Button><Button fit kind="line">Batal</Button></div>
      </form>
    </main>
    <aside class="story" aria-label="Ibu Sari">
      <div><h2>Ibu Sari</h2><small>24 th · hari ke-6 · persetujuan 21 Nov · pendamping: suami</small></div>
      <Timeline label="Cerita Ibu Sari" items={[
        { key: "1", when: "13.40", title: "Tanda bahaya: penglihatan kabur", detail: "aturan M03a · Kader Wati · jawaban lengkap", name: "SEGERA" },
        { key: "2", when: "Kemarin", title: "Pijat ke-3", detail: "3:00, nyaman, ASI menetes sesudahnya; percaya diri 4 → 6" },
        { key: "3", when: "23 Nov", title: "Perlekatan diperbaiki", detail: "2 → 4 tanda; suami belajar memijat" },
        { key: "4", when: "21 Nov", title: "Didaftarkan", detail: "ASI dirasa sedikit, menyusu 6 kali sehari" },
      ]} />
      <div class="stack push"><Button kind="now">Datang sekarang</Button><div class="two"><Button kind="line">Saya ke sana</Button><Button kind="line">Beri saran</Button></div></div>
    </aside>
  </div>
);

/** Cards to cut out, as on paper. The square stands for a code. */
export const PaperPage = (): JSX.Element => (
  <main class="main">
    <h1>Kartu masuk kader</h1>
    <div class="qr-cards">
      {["Wati", "Ani", "Tuti"].map((name) => (
        <div key={name} class="qr-card">
          <svg viewBox="0 0 20 20" aria-hidden="true"><path d="M1 1h6v6H1zM13 1h6v6h-6zM1 13h6v6H1zM9 9h3v3H9zM14 14h4v4h-4z" /></svg>
          <div><h2>Kader {name}</h2><code>4F7K-29QD</code><p class="small">Buka kamera HP, arahkan ke kotak ini.</p></div>
        </div>
      ))}
    </div>
    <section class="sheet"><h2>Lembar kunjungan</h2><p class="print-only">Hanya di kertas.</p><p class="pictured">{picture("midwife")}<span>Bidan mengisi lembar ini untuk kader tanpa HP.</span></p></section>
  </main>
);
