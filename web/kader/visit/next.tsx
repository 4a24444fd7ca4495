import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { dateAt } from "#core/care/time.ts";
import { device } from "#web/kader/shell/device.ts";
import { dayText, longDate } from "#web/kader/shell/when.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { ChoiceList } from "#web/shared/controls/ChoiceList.tsx";
import { TextField } from "#web/shared/controls/NumberField.tsx";
import { Question, Screen } from "#web/shared/controls/Screen.tsx";
import { momentOf } from "./paper-time.ts";
import { o } from "./outcome-texts.ts";

type Props = { readonly name: string; readonly bar: JSX.Element; readonly due: string; readonly onDue: (due: string) => void };

const DAY = 86_400_000;

/** The rules set the day; the kader may choose another, sooner at best. */
export function Next({ name, bar, due, onDue }: Props): JSX.Element {
  const timezone = device.site.value?.timezone ?? "Asia/Jakarta";
  const byRule = dateAt(due, timezone);
  const today = device.today();
  const dayAfter = (days: number) => dateAt(device.now().getTime() + days * DAY, timezone);
  const near = [...new Set([byRule < today ? today : byRule, dayAfter(1), dayAfter(2), dayAfter(7)])].sort();
  const chosen = useSignal(byRule < today ? today : byRule);
  const other = useSignal(false);
  const text = (date: string) => {
    const noon = `${date}T05:00:00.000Z`;
    const day = dayText(noon);
    return { key: date, label: day.charAt(0).toUpperCase() + day.slice(1), hint: longDate(noon) };
  };
  const past = chosen.value < today;
  const set = () => {
    // The day that the rules set keeps its hour; another day means the morning.
    const moment = chosen.value === byRule ? due : momentOf(chosen.value, "09:00", timezone);
    if (!past && moment !== null) onDue(moment);
  };
  return (
    <Screen bar={bar} actions={<Button disabled={past || chosen.value === ""} onClick={set}>{o("nextSet")}</Button>}>
      <Question id="next" hint={o("nextHint", { when: dayText(due) })}>{o("nextAsk")}</Question>
      {other.value
        ? <TextField label={o("nextDate")} type="date" text={chosen.value} onText={(date) => (chosen.value = date)} error={past ? o("nextPast") : undefined} />
        : <ChoiceList labelledBy="next" name="next" options={near.map(text)} chosen={chosen.value} onChoose={(date) => (chosen.value = date)} />}
      {chosen.value > byRule && <p class="small" role="status">{o("nextLater", { name })}</p>}
      {!other.value && <Button kind="text" low onClick={() => (other.value = true)}>{o("nextOther")}</Button>}
    </Screen>
  );
}
