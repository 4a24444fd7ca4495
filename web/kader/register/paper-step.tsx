import type { JSX } from "preact";
import { TextField } from "#web/shared/controls/NumberField.tsx";
import { Question } from "#web/shared/controls/Screen.tsx";
import { Choice } from "#web/kader/shell/Choice.tsx";
import { whoElse } from "#web/kader/shell/who-did-it.ts";
import type { Paper } from "./answers.ts";
import { t } from "./texts.ts";

/** A form filled in on another day keeps its true date, and says who filled it in where it was not she who types. */
export const PaperStep = ({ paper, onPaper }: { paper: NonNullable<Paper>; onPaper: (paper: NonNullable<Paper>) => void }): JSX.Element => {
  const others = whoElse();
  return (
    <>
      <Question id="paper" hint={t("paperHint")}>{t("paperAsk")}</Question>
      <TextField type="date" label={t("paperAsk")} text={paper.date} onText={(date) => onPaper({ ...paper, date })} />
      {others.length > 0 && (
        <Choice legend={t("paperWho")} chosen={paper.performer ?? ""} onChoose={(performer) => onPaper({ ...paper, performer: performer || null })}
          options={[{ key: "", label: t("paperMe") }, ...others.map(({ person, name }) => ({ key: person, label: name }))]} />
      )}
    </>
  );
};
