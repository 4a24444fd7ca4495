import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { streamSubject } from "#core/ledger/entry.ts";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { Dialog } from "#web/shared/controls/Dialog.tsx";
import { AppBar, Screen, Steps } from "#web/shared/controls/Screen.tsx";
import { replaceWith } from "#web/shared/route.ts";
import { backTo } from "#web/kader/shell/back.ts";
import { device, siteZone } from "#web/kader/shell/device.ts";
import { Opening } from "#web/kader/shell/lazy.tsx";
import { noAnswers, type Answers } from "./answers.ts";
import { Check } from "./check-step.tsx";
import { entriesOf } from "./entries.ts";
import { likelyDoubles, type LikelyDouble } from "./likely-doubles.ts";
import { Refused } from "./refused.tsx";
import { StepBody } from "./step-body.tsx";
import { isComplete, stepsOf, type Step } from "./steps.ts";
import { t } from "./texts.ts";

const DRAFT = "register";
type Kept = { readonly answers: Answers; readonly step: Step };

const fresh = (): Kept => ({ answers: noAnswers(device.newStream("mother"), device.newId()), step: "explain" });

/** The last screen looks for doubles when one comes to it, so a resumed registration stops one before. */
const resumed = (kept: Kept): Kept => (kept.step === "check" ? { ...kept, step: "problem" } : kept);

/** Until she has said yes nothing is kept, not even a draft (S3). */
const mayKeep = (step: Step): boolean => !(["explain", "paper", "decision"] as Step[]).includes(step);

export const Register = (): JSX.Element => {
  const [start, setStart] = useState<Kept | null>(null);
  const [found, setFound] = useState<Kept | null>(null);
  useEffect(() => {
    device.drafts.get<Kept>(DRAFT).then((kept) => (kept === undefined ? setStart(fresh()) : setFound(kept)), () => setStart(fresh()));
  }, []);
  if (start !== null) return <Flow start={start} />;
  if (found === null) return <Opening />;
  const startAnew = () => void device.drafts.remove(DRAFT).then(() => setStart(fresh()));
  return (
    <Screen bar={<AppBar title={t("title")} back={{ label: t("back"), onBack: () => backTo() }} />}
      actions={<><Button kind="line" onClick={startAnew}>{t("resumeNo")}</Button><Button onClick={() => setStart(resumed(found))}>{t("resumeYes")}</Button></>}>
      <h1 class="big">{t("resumeTitle")}</h1>
      {found.answers.details.name !== "" && <p><b>{found.answers.details.name}</b></p>}
      <p>{t("resumeText")}</p>
    </Screen>
  );
};

const Flow = ({ start }: { start: Kept }): JSX.Element => {
  const [{ answers, step }, setKept] = useState(start);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<"no" | "later" | "guardian" | null>(null);
  const [quitting, setQuitting] = useState(false);
  const [doubles, setDoubles] = useState<readonly LikelyDouble[]>([]);
  const [saving, setSaving] = useState<"no" | "yes" | "failed">("no");
  const today = device.today();
  const steps = stepsOf(answers, today);
  const at = Math.max(0, steps.indexOf(step));

  /** Resolved: on disk. Where that fails (a full phone) she can still go on and save, and the phone says that it is full. */
  const keep = async (kept: Kept): Promise<void> => {
    if (mayKeep(kept.step)) await device.drafts.put(DRAFT, kept).catch(() => undefined);
  };
  const answer = (changed: Answers) => {
    setKept({ answers: changed, step });
    void keep({ answers: changed, step });
  };
  const moveTo = async (next: Step | undefined, changed: Answers = answers): Promise<void> => {
    if (next === undefined) return;
    setTried(false);
    if (next === "check") setDoubles(await likelyDoubles(changed));
    await keep({ answers: changed, step: next });
    setKept({ answers: changed, step: next });
    scrollTo(0, 0);
  };
  const complete = isComplete(step, answers, device.now().getTime(), today, siteZone());
  const next = () => (complete ? void moveTo(steps[at + 1]) : setTried(true));
  const leave = async () => {
    await device.drafts.remove(DRAFT);
    backTo();
  };
  const back = () => {
    if (step === "paper") return void moveTo("explain", { ...answers, paper: null });
    return at > 0 ? void moveTo(steps[at - 1]) : backTo();
  };
  const save = async () => {
    setSaving("yes");
    const writing = { now: device.now().getTime(), today, timezone: siteZone(), newId: device.newId };
    try {
      await device.recordAll(entriesOf(answers, writing), { draft: DRAFT });
      replaceWith("ibu", streamSubject(answers.stream));
    } catch (cause) {
      console.error(cause);
      setSaving("failed");
    }
  };

  if (refused !== null) return <Refused why={refused} onLeave={() => void leave()} />;
  return (
    <Screen
      bar={<AppBar title={t("title")} back={{ label: t("back"), onBack: back }} end={mayKeep(step) ? <Button kind="text" low fit onClick={() => setQuitting(true)}>{t("quit")}</Button> : undefined} />}
      steps={<Steps now={at + 1} of={steps.length} label={t("step", { now: at + 1, of: steps.length })} />}
      actions={<Actions step={step} complete={complete} saving={saving === "yes"} double={doubles.length > 0} onNext={next} onSave={() => void save()} onRefused={setRefused}
        onDistinct={() => setDoubles([])}
        onYes={() => void moveTo("way")} />}
    >
      {step === "check"
        ? <Check answers={answers} doubles={doubles} onSame={(stream) => void device.drafts.remove(DRAFT).then(() => replaceWith("ibu", streamSubject(stream)))} />
        : <StepBody step={step} answers={answers} tried={tried} onAnswers={answer} onPaper={() => void moveTo("paper", { ...answers, paper: { date: "", performer: null } })} />}
      {saving === "failed" && <Banner kind="refused" title={t("notSaved")} />}
      <Dialog open={quitting} title={t("quitTitle")} onClose={() => setQuitting(false)}
        actions={<>
          <Button kind="line" onClick={() => void leave()}>{t("quitYes")}</Button>
          <Button kind="quiet" onClick={() => backTo()}>{t("quitLater")}</Button>
          <Button onClick={() => setQuitting(false)}>{t("quitNo")}</Button>
        </>}>
        <p>{t("quitText")}</p>
      </Dialog>
    </Screen>
  );
};

/** Screens of taps alone: the way on opens with the last of them. Elsewhere it says what is wanting. */
const TAPS: ReadonlySet<Step> = new Set<Step>(["paper", "way", "allows", "guardian", "birth-how", "problem"]);

type ActionsProps = { step: Step; complete: boolean; saving: boolean; double: boolean; onNext: () => void; onSave: () => void; onYes: () => void; onDistinct: () => void; onRefused: (why: "no" | "later" | "guardian") => void };

const Actions = (props: ActionsProps): JSX.Element => {
  const next = <Button disabled={!props.complete && TAPS.has(props.step)} onClick={props.onNext}>{t("next")}</Button>;
  switch (props.step) {
    case "explain":
      return <Button onClick={props.onNext}>{t("explainDone")}</Button>;
    case "decision":
      return (
        <>
          <div class="two">
            <Button kind="line" onClick={() => props.onRefused("no")}>{t("decisionNo")}</Button>
            <Button kind="line" onClick={() => props.onRefused("later")}>{t("decisionLater")}</Button>
          </div>
          <Button onClick={props.onYes}>{t("decisionYes")}</Button>
        </>
      );
    case "guardian":
      return <><Button kind="text" low onClick={() => props.onRefused("guardian")}>{t("guardianNo")}</Button>{next}</>;
    case "check":
      return props.double ? <Button kind="line" onClick={props.onDistinct}>{t("doubleOther")}</Button> : <Button busy={props.saving} onClick={props.onSave}>{t("save")}</Button>;
    default:
      return next;
  }
};
