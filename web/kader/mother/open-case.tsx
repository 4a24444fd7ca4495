import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { ChoiceList } from "#web/shared/controls/ChoiceList.tsx";
import { TextField } from "#web/shared/controls/NumberField.tsx";
import { AppBar, Question, Screen } from "#web/shared/controls/Screen.tsx";
import { backTo } from "#web/kader/shell/back.ts";
import { device } from "#web/kader/shell/device.ts";
import { t as shell } from "#web/kader/shell/texts.ts";
import { t } from "./texts.ts";

const PROBLEMS = [
  { key: "flow", text: "caseFlow" },
  { key: "pain", text: "casePain" },
  { key: "baby", text: "caseBaby" },
  { key: "other", text: "caseOther" },
] as const;

/** A difficulty that came up later; what to do about it is found at the visit. */
export const OpenCase = ({ mother }: { mother: string }): JSX.Element => {
  const [problem, setProblem] = useState<string | null>(null);
  const [words, setWords] = useState("");
  const [saving, setSaving] = useState<"no" | "yes" | "failed">("no");
  const toHer = () => backTo("ibu", mother);
  const save = async () => {
    setSaving("yes");
    const body = { case: device.newId(), problem, ...(words.trim() !== "" && { words: words.trim() }) };
    await device.record("case.opened", { stream: `mother:${mother}`, body }).then(toHer, (cause: unknown) => {
      console.error(cause);
      setSaving("failed");
    });
  };
  return (
    <Screen bar={<AppBar title={t("openCase")} back={{ label: shell("back"), onBack: toHer }} />} actions={<Button disabled={problem === null} busy={saving === "yes"} onClick={() => void save()}>{t("caseSave")}</Button>}>
      <Question id="case">{t("caseAsk")}</Question>
      <ChoiceList labelledBy="case" name="case" chosen={problem} options={PROBLEMS.map(({ key, text }) => ({ key, label: t(text) }))} onChoose={setProblem} />
      <TextField label={`${t("endWords")} (${shell("optional")})`} text={words} onText={setWords} />
      {saving === "failed" && <Banner kind="refused" title={t("notSaved")} />}
    </Screen>
  );
};
