import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { VisitEvent } from "#core/care/visit.ts";
import type { Answers } from "#core/triage/answers.ts";
import { triage } from "#core/triage/engine.ts";
import type { ScreenSpec } from "#core/triage/screening.ts";
import { CURRENT_BOOK } from "#content/rules/rule-book.ts";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { CLASS_SIGNS } from "#web/shared/controls/class-signs.ts";
import { Dialog } from "#web/shared/controls/Dialog.tsx";
import { Skeleton } from "#web/shared/controls/Empty.tsx";
import { IconClose } from "#web/shared/controls/icons.tsx";
import { AppBar, Screen, Steps } from "#web/shared/controls/Screen.tsx";
import type { AskProps } from "./ask.ts";
import { AskPick } from "./ask-pick.tsx";
import { babySub, babyWord } from "./baby-word.ts";
import type { OpenVisit } from "./keeper.ts";
import { later, laterFailed, loadLater } from "./later.ts";
import { usePace } from "./use-pace.ts";
import { t } from "./texts.ts";

type Props = {
  readonly visit: OpenVisit;
  readonly title: string;
  readonly paper: string | undefined;
  readonly back: { readonly label: string; readonly onBack: () => void };
  readonly onAnswer: (event: VisitEvent & { readonly type: "answer" }) => Promise<void>;
  readonly onUrgent: () => void;
};

/** The question that is next, with what surrounds every question: how far, the way back, the way to help, the way out. */
export function Asking({ visit, title, paper, back, onAnswer, onUrgent }: Props): JSX.Element {
  const ending = useSignal(false);
  const draft = visit.draft.value;
  const turns = visit.turns.value;
  // What "back" opened comes first; then the plan's own order.
  const turn = (draft.open === null ? undefined : turns.find(({ screen, baby }) => screen.id === draft.open?.screen && baby === draft.open.baby)) ?? turns[0];
  const place = turn === undefined ? "" : `${turn.screen.id} ${turn.baby ?? ""}`;
  const pace = usePace(place);
  // The first answer is given: what the rest of the visit needs is fetched while she goes on.
  useEffect(() => (draft.given.length > 0 || draft.open !== null ? loadLater() : undefined), [draft.given.length > 0 || draft.open !== null]);
  if (turn === undefined) return <Screen bar={<AppBar title={title} back={back} />}><span /></Screen>;

  const { screen, baby } = turn;
  const now = draft.given.length + 1;
  const of = draft.given.length + turns.length;
  const given = (answers: Answers) => ({ screen: screen.id, baby, answers });
  const open = draft.open !== null && draft.open.screen === screen.id && draft.open.baby === baby ? draft.open.answers : {};
  const end = (
    <>
      {draft.urgent ? <button type="button" class="urgent-pill" onClick={onUrgent}><span aria-hidden="true">{CLASS_SIGNS.SEGERA}</span>{t("urgentBar")}</button> : <span class="num">{now}/{of}</span>}
      <button type="button" class="appbar-back" aria-label={t("endEarly")} onClick={() => (ending.value = true)}><IconClose /></button>
    </>
  );
  const props: AskProps = {
    screen,
    open,
    name: visit.name,
    baby: babyWord(visit.view.value, baby),
    bar: (
      <>
        <AppBar title={draft.urgent ? t("optional") : (babySub(visit.view.value, baby) ?? title)} sub={paper} back={back} end={end} />
        <EndEarly open={ending.value} onStay={() => (ending.value = false)} onEnd={() => void visit.send({ type: "end-early" })} />
      </>
    ),
    steps: <Steps now={now} of={of} label={t("stepOf", { now, of })} />,
    trouble: visit.failed.value ? <Banner kind="refused" title={t("notSavedTitle")}>{t("notSavedText")}</Banner> : null,
    onTouch: (answers) => void visit.send({ type: "touch", open: given(answers) }),
    onAnswer: (answers) => void onAnswer({ type: "answer", given: given(answers), ms: pace() }),
    countAgain: (breaths) => {
      const hours = visit.judged.value.mother["birth.hoursAgo"];
      const counted: Answers = { "baby.breathsPerMinute": [breaths], ...(hours !== undefined && { "birth.hoursAgo": hours }) };
      return triage(CURRENT_BOOK, { answers: counted, complete: false }).rules.includes("N03");
    },
  };
  return <Ask key={place} {...props} />;
}

function Ask(props: AskProps): JSX.Element {
  const { screen } = props;
  if (is(screen, "pick")) return <AskPick {...props} screen={screen} />;
  const parts = later.value;
  if (parts === null) return <Waiting {...props} />;
  if (is(screen, "choice")) return <parts.AskChoice {...props} screen={screen} />;
  if (is(screen, "numbers")) return <parts.AskNumbers {...props} screen={screen} />;
  if (is(screen, "mother-warmth")) return <parts.AskMotherWarmth {...props} screen={screen} />;
  if (is(screen, "baby-warmth")) return <parts.AskBabyWarmth {...props} screen={screen} />;
  if (is(screen, "yellow")) return <parts.AskYellow {...props} screen={screen} />;
  return <parts.AskAlone {...props} screen={screen as AskProps<"alone">["screen"]} />;
}

/** While a part is read from the phone's own store; where that fails, one tap tries again. */
export function Waiting({ bar }: { readonly bar: JSX.Element }): JSX.Element {
  useEffect(loadLater, []);
  return <Screen bar={bar} actions={laterFailed.value && <Button onClick={loadLater}>{t("tryAgain")}</Button>}><Skeleton rows={4} label={t("loading")} /></Screen>;
}

const is = <K extends ScreenSpec["kind"]>(screen: ScreenSpec, kind: K): screen is ScreenSpec & { readonly kind: K } => screen.kind === kind;

/** Her name for one question less: whether to leave the rest open. */
function EndEarly({ open, onStay, onEnd }: { readonly open: boolean; readonly onStay: () => void; readonly onEnd: () => void }): JSX.Element {
  return (
    <Dialog
      open={open}
      title={t("endEarlyTitle")}
      onClose={onStay}
      actions={
        <>
          <Button onClick={onStay}>{t("endEarlyStay")}</Button>
          <Button kind="line" onClick={onEnd}>{t("endEarly")}</Button>
        </>
      }
    >
      <p>{t("endEarlyText")}</p>
    </Dialog>
  );
}
