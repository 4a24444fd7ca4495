import "./shared/look.css";
import { render, type JSX } from "preact";
import { breastDrawings } from "./shared/pictures/breast.tsx";
import { feedingDrawings } from "./shared/pictures/feeding.tsx";
import { babyDanger } from "./shared/pictures/danger-baby.ts";
import { motherDanger } from "./shared/pictures/danger-mother.ts";
import { MassagePicture } from "./shared/pictures/session.tsx";
import { stepDrawings } from "./shared/pictures/steps.ts";
import { peopleDrawings } from "./shared/pictures/people.tsx";
import { pictures, type Drawings } from "./shared/pictures/draw.tsx";

const sets: Record<string, Drawings> = { motherDanger, babyDanger, breastDrawings, feedingDrawings, stepDrawings, peopleDrawings };

const Pictures = (): JSX.Element => (
  <>
    <div class="session" style="display:flex;gap:12px"><MassagePicture title="Tangan di punggung Ibu" paused={false} /><MassagePicture title="Jeda" paused /></div>
    {Object.entries(sets).map(([name, drawings]) => (
      <section key={name} style="padding:12px">
        <h2>{name}</h2>
        <div style="display:flex;flex-wrap:wrap;gap:8px">
          {Object.keys(drawings).map((key) => (
            <figure key={key} data-key={`${name} ${key}`} style="width:104px;text-align:center">
              <span class="pic" style="margin:auto">{pictures(drawings)(key, key)}</span>
              <figcaption class="small" style="font-size:11px">{key.replace(/^[a-z]+\./, "")}</figcaption>
            </figure>
          ))}
        </div>
      </section>
    ))}
  </>
);

render(<Pictures />, document.getElementById("gallery")!);
