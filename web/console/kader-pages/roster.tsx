import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { Skeleton } from "#web/shared/controls/Empty.tsx";
import { ApiError, pathAs, postForm } from "../api.ts";
import { news } from "../live.ts";
import { t as frame } from "../texts.ts";
import { t, type RosterKey } from "./roster-texts.ts";

type Column = "name" | "phone" | "born" | "age" | "posyandu" | "area" | "site" | "hasPhone";
type Problem = { readonly row: number; readonly column: Column; readonly value: string; readonly code: string; readonly otherRow?: number };
type Row = { readonly row: number; readonly name: string; readonly phone?: string; readonly bornInYear?: number; readonly posyandu?: string; readonly area?: string };
type Duplicate = { readonly row: number; readonly name: string; readonly by: "phone" | "name" };
type Preview = { readonly rows: readonly Row[]; readonly problems: readonly Problem[]; readonly columns: readonly { header: string; column: Column | null }[]; readonly approximate: readonly number[]; readonly duplicates: readonly Duplicate[] };

type Step = { readonly at: "choose" } | { readonly at: "checking"; readonly file: File } | { readonly at: "checked"; readonly file: File; readonly preview: Preview } | { readonly at: "done"; readonly count: number };

const ERRORS = ["too-large", "too-many-rows", "not-a-table", "old-excel", "empty", "no-names", "no-site", "problems", "undecided", "nothing"] as const;
const errorWords = (failure: unknown): string => {
  const known = ERRORS.find((one) => failure instanceof ApiError && failure.code === one);
  return t(known === undefined ? "error.other" : `error.${known}`);
};

/** A spreadsheet becomes kader: all rows or none, and not before each problem is shown in words, by row and column. */
export const Roster = (): JSX.Element => {
  const [step, setStep] = useState<Step>({ at: "choose" });
  const [error, setError] = useState<string | null>(null);
  const [over, setOver] = useState(false);

  const check = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setError(null);
    setStep({ at: "checking", file });
    const form = new FormData();
    form.append("file", file);
    try {
      setStep({ at: "checked", file, preview: await postForm<Preview>("/api/console/roster/preview", form) });
    } catch (failure) {
      setError(errorWords(failure));
      setStep({ at: "choose" });
    }
  };
  return (
    <>
      <div class="main-head">
        <div><h1>{t("title")}</h1><small>{t("intro")}</small></div>
        <div class="main-tools">
          <a class="btn quiet low" href={pathAs("/api/console/roster/template.xlsx")} download="daftar-kader.xlsx">{t("templateXlsx")}</a>
          <a class="btn line low" href={pathAs("/api/console/roster/template.csv")} download="daftar-kader.csv">{t("templateCsv")}</a>
        </div>
      </div>
      <div aria-live="polite">{error !== null && <Banner kind="refused" title={error} />}</div>
      {step.at === "choose" && (
        <label class={`dropzone ${over ? "over" : ""}`}
          onDragOver={(event) => (event.preventDefault(), setOver(true))}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            void check(event.dataTransfer?.files[0]);
          }}>
          <b>{over ? t("dropped") : t("choose")}</b>
          <small>{t("chooseHint")}</small>
          <input type="file" accept=".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = "";
            void check(file);
          }} />
        </label>
      )}
      {step.at === "checking" && <Skeleton rows={4} label={t("checking", { name: step.file.name })} />}
      {step.at === "checked" && <Checked file={step.file} preview={step.preview} onError={setError} onAnother={() => setStep({ at: "choose" })} onDone={(count) => setStep({ at: "done", count })} />}
      {step.at === "done" && <Banner kind="info" title={t("done", { count: step.count })} action={<Button fit low href="#/kader">{t("toCards")}</Button>} />}
    </>
  );
};

const Checked = (props: { file: File; preview: Preview; onError: (error: string | null) => void; onAnother: () => void; onDone: (count: number) => void }): JSX.Element => {
  const { preview } = props;
  const [decided, setDecided] = useState<ReadonlyMap<number, "skip" | "asNew">>(new Map());
  const [busy, setBusy] = useState(false);
  const count = preview.rows.filter((one) => decided.get(one.row) !== "skip").length;
  const undecided = preview.duplicates.filter((one) => !decided.has(one.row)).length;

  const bringIn = async (): Promise<void> => {
    setBusy(true);
    props.onError(null);
    const form = new FormData();
    const rowsWith = (answer: "skip" | "asNew") => [...decided].filter(([, one]) => one === answer).map(([row]) => row);
    form.append("decided", JSON.stringify({ skip: rowsWith("skip"), asNew: rowsWith("asNew") }));
    form.append("file", props.file);
    try {
      const { imported } = await postForm<{ imported: number }>("/api/console/roster/import", form);
      news.value += 1;
      props.onDone(imported);
    } catch (failure) {
      props.onError(errorWords(failure));
    }
    setBusy(false);
  };

  return (
    <>
      <p><b>{props.file.name}</b> · {t("readAs")}: {preview.columns.map(({ header, column }) => `${header} → ${column === null ? t("ignored") : t(`column.${column}`)}`).join(", ")}</p>
      {preview.problems.length > 0 && (
        <section class="stack">
          <Banner kind="refused" title={t("problemsTitle", { count: preview.problems.length })}>{t("problemsText")}</Banner>
          <div class="table-frame">
            <table class="table">
              <thead><tr><th class="n">{t("row")}</th><th>{t("column")}</th><th>{t("cell")}</th><th>{t("what")}</th></tr></thead>
              <tbody>{preview.problems.map((one) => <tr key={`${one.row} ${one.column} ${one.code}`}><td class="n">{one.row}</td><td>{t(`column.${one.column}`)}</td><td>{one.value === "" ? <small>{t("emptyCell")}</small> : one.value}</td><td>{t(`problem.${one.code}` as RosterKey, { otherRow: one.otherRow ?? "" })}</td></tr>)}</tbody>
            </table>
          </div>
        </section>
      )}
      {preview.problems.length === 0 && preview.duplicates.length > 0 && (
        <section class="stack">
          <Banner kind="conflict" title={t("duplicatesTitle", { count: preview.duplicates.length })}>{t("duplicatesText")}</Banner>
          <ul class="rows">
            {preview.duplicates.map((one) => (
              <li key={one.row} class="row of-3">
                <span><b>{preview.rows.find((row) => row.row === one.row)?.name}</b><br /><small>{t("rowN", { row: one.row })} · {t("duplicateOf", { name: one.name })} ({t(`by.${one.by}`)})</small></span>
                <span class="chips" role="group">
                  {(["skip", "asNew"] as const).map((answer) => <button key={answer} type="button" class="chip" aria-pressed={decided.get(one.row) === answer} onClick={() => setDecided(new Map([...decided, [one.row, answer]]))}>{t(answer)}</button>)}
                </span>
                <span />
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2>{t("foundRows", { count: preview.rows.length })}</h2>
      {preview.rows.length > 0 && (
        <div class="table-frame">
          <table class="table">
            <thead><tr><th class="n">{t("row")}</th><th>{t("column.name")}</th><th>{t("column.phone")}</th><th>{t("column.born")}</th><th>{t("column.posyandu")}</th><th>{t("column.area")}</th></tr></thead>
            <tbody>{preview.rows.map((one) => <tr key={one.row} class={decided.get(one.row) === "skip" ? "skipped" : ""}><td class="n">{one.row}</td><td>{one.name}</td><td class="num">{one.phone ?? ""}</td><td class="num">{one.bornInYear ?? ""}{preview.approximate.includes(one.row) && <small class="beside">{t("approximate")}</small>}</td><td>{one.posyandu ?? ""}</td><td>{one.area ?? ""}</td></tr>)}</tbody>
          </table>
        </div>
      )}
      <div class="form-actions">
        {preview.problems.length === 0 && <Button fit busy={busy} disabled={undecided > 0 || count === 0} onClick={() => void bringIn()}>{t("import", { count })}</Button>}
        <Button fit kind="line" onClick={props.onAnother}>{t("another")}</Button>
        <Button fit kind="text" href="#/kader">{frame("cancel")}</Button>
      </div>
    </>
  );
};
