import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { MotherView } from "#core/care/mother-view.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { TextField } from "#web/shared/controls/NumberField.tsx";
import { now } from "../now.ts";
import { tell } from "../pending.ts";
import { say } from "../toast.ts";
import { t as frame } from "../texts.ts";
import { moment } from "../words.ts";
import { t } from "./texts.ts";

type About = "caesarean" | "clot";

/** What holds a massage until a midwife has spoken, by what her record answers last. */
export function wordsWanted(view: MotherView): About[] {
  const birth = view.births.at(-1);
  const answered = (key: string) => view.screenings.findLast((one) => typeof one.mother[key as keyof typeof one.mother] === "boolean")?.mother[key as keyof MotherView["screenings"][number]["mother"]];
  return [
    ...(birth?.caesarean === true || (birth?.caesarean === undefined && answered("birth.caesarean") === true) ? (["caesarean"] as const) : []),
    ...(answered("mother.clotHistory") === true ? (["clot"] as const) : []),
  ];
}

/** Her recorded word clears a caesarean or a past clot for massage, or says not yet. The newest stands; the others stay in the story. */
export const Word = ({ view, about, names }: { view: MotherView; about: About; names: Readonly<Record<string, string>> }): JSX.Element => {
  const given = view.words.filter((one) => one.about === about);
  const [changing, setChanging] = useState(false);
  const [words, setWords] = useState("");
  const [cleared, setCleared] = useState<boolean | null>(null);
  const save = async (): Promise<void> => {
    if (cleared === null) return;
    const entries = await tell({ stream: view.stream, type: "word.given", body: { about, cleared, ...(words.trim() !== "" && { words: words.trim() }) }, replaces: given.map((one) => one.entry) });
    setChanging(false);
    setCleared(null);
    setWords("");
    say({ entries, stream: view.stream, text: frame("saved"), kept: t("answeredKept"), undone: t("takenBack") });
  };
  const open = given.length === 0 || changing;
  return (
    <section class="panel sand">
      <b>{t("wordTitle")}</b>
      <span>{t(about === "caesarean" ? "wordCaesarean" : "wordClot")}</span>
      {given.map((one) => (
        <span key={one.entry}>{t("wordSaid", { who: names[one.by] ?? "", when: moment(one.at, now.value), what: t(one.cleared ? "wordSaidYes" : "wordSaidNo") })}{one.words && <><br /><small>“{one.words}”</small></>}</span>
      ))}
      {!open && <Button kind="line" low onClick={() => setChanging(true)}>{t("wordChange")}</Button>}
      {open && (
        <>
          <div class="two" role="group" aria-label={t("wordTitle")}>
            <button type="button" class="chip" aria-pressed={cleared === true} onClick={() => setCleared(true)}>{t("wordYes")}</button>
            <button type="button" class="chip" aria-pressed={cleared === false} onClick={() => setCleared(false)}>{t("wordNo")}</button>
          </div>
          {cleared !== null && (
            <>
              <TextField long label={t("wordWhy")} text={words} onText={setWords} />
              <Button low onClick={() => void save()}>{t("wordSave")}</Button>
            </>
          )}
        </>
      )}
    </section>
  );
};
