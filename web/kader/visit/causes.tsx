import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { hintedCauses, type Cause, type Findings } from "#core/care/advice.ts";
import { CAUSES } from "#content/care/causes.ts";
import { Ground } from "#web/kader/shell/why.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { AppBar, Question, Screen } from "#web/shared/controls/Screen.tsx";
import { c, o } from "./outcome-texts.ts";
import { t } from "./texts.ts";

type Props = {
  readonly name: string;
  readonly bar: JSX.Element;
  readonly title: string;
  readonly findings: Findings;
  readonly said: Readonly<Record<string, "yes" | "no">>;
  readonly onCause: (cause: string, is: "yes" | "no") => void;
  readonly onDone: () => void;
};

const TOPICS = ["feeding", "mother", "baby", "midwife"] as const;

/** What may lie behind it, explored with her one at a time: first what her own answers point to. */
export function Causes(props: Props): JSX.Element {
  const open = useSignal<Cause | null>(null);
  const hinted = hintedCauses(CAUSES, props.findings);
  const others = CAUSES.filter((cause) => !hinted.includes(cause));
  if (open.value !== null) {
    const { key } = open.value;
    const say = (is: "yes" | "no") => {
      props.onCause(key, is);
      open.value = null;
    };
    return <OneCause cause={open.value} title={props.title} onSay={say} onBack={() => (open.value = null)} />;
  }
  const found = Object.values(props.said).includes("yes");
  const row = (cause: Cause) => <li key={cause.key}><CauseRow cause={cause} said={props.said[cause.key]} onOpen={() => (open.value = cause)} /></li>;
  return (
    <Screen bar={props.bar} actions={<Button kind={found ? "primary" : "line"} onClick={props.onDone}>{o(found ? "causesDone" : "causesNotFound")}</Button>}>
      <Question id="causes" hint={o("causesHint", { name: props.name })}>{o("causesAsk")}</Question>
      {hinted.length > 0 && <ul class="plain stack">{hinted.map(row)}</ul>}
      <details class="more" open={hinted.length === 0}>
        <summary>{o("causesMore")}</summary>
        {TOPICS.map((topic) => (
          <section key={topic} class="stack">
            <h2 class="topic">{o(`topic.${topic}`, { name: props.name })}</h2>
            <ul class="plain stack">{others.filter((cause) => cause.topic === topic).map(row)}</ul>
          </section>
        ))}
      </details>
    </Screen>
  );
}

function CauseRow({ cause, said, onOpen }: { readonly cause: Cause; readonly said: "yes" | "no" | undefined; readonly onOpen: () => void }): JSX.Element {
  return (
    <button type="button" class={`card cause ${said ?? ""}`} onClick={onOpen}>
      <span class="card-text"><b>{c(`cause.${cause.key}` as "cause.tired")}</b>{said !== undefined && <small>{said === "yes" ? `✓ ${o("causeFound")}` : o("causeNot")}</small>}</span>
      <span aria-hidden="true">›</span>
    </button>
  );
}

/** One cause: what to ask her, what can be done, and what that stands on. */
function OneCause({ cause, title, onSay, onBack }: { readonly cause: Cause; readonly title: string; readonly onSay: (is: "yes" | "no") => void; readonly onBack: () => void }): JSX.Element {
  const key = `cause.${cause.key}` as "cause.tired";
  return (
    <Screen
      bar={<AppBar title={title} back={{ label: t("back"), onBack }} />}
      actions={
        <div class="two">
          <Button kind="line" onClick={() => onSay("no")}>{o("causeIsNot")}</Button>
          <Button onClick={() => onSay("yes")}>{o("causeIs")}</Button>
        </div>
      }
    >
      <Question id={key}>{c(key)}</Question>
      <section class="stack">
        <h2>{o("askHer")}</h2>
        <p class="bubble">{c(`${key}.ask`)}</p>
      </section>
      <section class="panel sand">
        <h2>{o(cause.helper === "kader" ? "thenDo" : "thenMidwife")}</h2>
        <p>{c(`${key}.do`)}</p>
      </section>
      <Ground of={cause} />
    </Screen>
  );
}
