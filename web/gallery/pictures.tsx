import type { JSX } from "preact";
import { breastDrawings } from "../shared/pictures/breast.tsx";
import { babyDanger } from "../shared/pictures/danger-baby.ts";
import { motherDanger } from "../shared/pictures/danger-mother.ts";
import { pictures, type Drawings } from "../shared/pictures/draw.tsx";
import { feedingDrawings } from "../shared/pictures/feeding.tsx";
import { peopleDrawings } from "../shared/pictures/people.tsx";
import { MassagePicture } from "../shared/pictures/session.tsx";
import { stepDrawings } from "../shared/pictures/steps.ts";

const SETS: Record<string, Drawings> = { motherDanger, babyDanger, breastDrawings, feedingDrawings, stepDrawings, peopleDrawings };

/** Every picture at the size in which a phone shows it. */
export const PicturesPage = (): JSX.Element => (
  <main style={{ padding: "12px" }}>
    <h1>Gambar</h1>
    <div class="two">
      <MassagePicture title="Tangan bergerak di punggung Ibu" paused={false} />
      <MassagePicture title="Jeda" paused />
    </div>
    {Object.entries(SETS).map(([name, drawings]) => (
      <section key={name}>
        <h2>{name}</h2>
        <div style={{ display: "flex", flexWrap: "wrap", gap: "8px" }}>
          {Object.keys(drawings).map((key) => (
            <figure key={key} data-key={`${name} ${key}`} style={{ width: "104px", textAlign: "center" }}>
              <span class="pic" style={{ margin: "auto" }}>{pictures(drawings)(key, key)}</span>
              <figcaption style={{ fontSize: "11px" }}>{key.replace(/^[a-z]+\./, "")}</figcaption>
            </figure>
          ))}
        </div>
      </section>
    ))}
  </main>
);
