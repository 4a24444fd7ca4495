import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { ChoiceList } from "#web/shared/controls/ChoiceList.tsx";
import { TextField } from "#web/shared/controls/NumberField.tsx";
import { Scale0to10 } from "#web/shared/controls/Scale.tsx";
import { AppBar, Question, Screen } from "#web/shared/controls/Screen.tsx";
import type { MotherView } from "#core/care/mother-view.ts";
import { backTo } from "#web/kader/shell/back.ts";
import { device } from "#web/kader/shell/device.ts";
import { t as shell } from "#web/kader/shell/texts.ts";
import { useMother } from "./use-mother.ts";
import { Opening } from "#web/kader/shell/lazy.tsx";
import { t } from "./texts.ts";

const ENDS = [
  { key: "resolved", text: "endResolved" },
  { key: "improved", text: "endImproved" },
  { key: "referred", text: "endReferred" },
  { key: "moved", text: "endMoved" },
  { key: "stopped", text: "endStopped" },
  { key: "out-of-reach", text: "endOutOfReach" },
] as const;
type Outcome = (typeof ENDS)[number]["key"];

/** How it ended, and then her own word on how feeding feels. */
export const EndCare = ({ mother }: { mother: string }): JSX.Element => {
  const view = useMother(mother);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [asking, setAsking] = useState(false);
  const [feeling, setFeeling] = useState<number | null>(null);
  const [words, setWords] = useState("");
  const [saving, setSaving] = useState<"no" | "yes" | "failed">("no");
  if (view === undefined) return <Opening />;
  const toHer = () => backTo("ibu", mother);
  const save = async () => {
    setSaving("yes");
    const body = { outcome, ...(feeling !== null && { feeling }), ...(words.trim() !== "" && { words: words.trim() }) };
    await device.recordAll(endings(view, body)).then(toHer, (cause: unknown) => {
      console.error(cause);
      setSaving("failed");
    });
  };
  // Who cannot be reached cannot be asked.
  const last = asking || outcome === "out-of-reach";
  return (
    <Screen
      bar={<AppBar title={t("endTitle")} back={{ label: shell("back"), onBack: () => (asking ? setAsking(false) : toHer()) }} />}
      actions={<Button disabled={outcome === null} busy={saving === "yes"} onClick={() => (last ? void save() : setAsking(true))}>{last ? t("endSave") : t("next")}</Button>}
    >
      {asking ? (
        <>
          <Question id="feeling" hint={t("endFeelingHint")}>{t("endFeelingAsk")}</Question>
          <Scale0to10 legend={t("endFeelingAsk")} legendHidden name="feeling" value={feeling} onValue={setFeeling} low={t("feelingLow")} high={t("feelingHigh")} />
          <TextField long label={`${t("endWords")} (${shell("optional")})`} text={words} onText={setWords} />
        </>
      ) : (
        <>
          <Question id="end" hint={t("endDone")}>{t("endAsk")}</Question>
          <ChoiceList labelledBy="end" name="end" chosen={outcome} options={ENDS.map(({ key, text }) => ({ key, label: t(text) }))} onChoose={(key) => setOutcome(ENDS.find((one) => one.key === key)?.key ?? null)} />
        </>
      )}
      {saving === "failed" && <Banner kind="refused" title={t("notSaved")} />}
    </Screen>
  );
};

/** Every open case ends; where no difficulty was ever recorded, the accompaniment itself is opened without one, to be ended. */
function endings(view: MotherView, body: object) {
  const open = view.cases.filter((one) => one.closed === undefined).map((one) => one.case);
  const only = open.length === 0 ? device.newId() : null;
  return [
    ...(only === null ? [] : [{ type: "case.opened", stream: view.stream, body: { case: only, problem: "none" } }]),
    ...(only === null ? open : [only]).map((id) => ({ type: "case.closed", stream: view.stream, body: { case: id, ...body } })),
  ];
}
