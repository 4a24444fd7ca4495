import "./visit.css";
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { VisitPurpose } from "#core/care/visit.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { Skeleton } from "#web/shared/controls/Empty.tsx";
import { AppBar, Screen } from "#web/shared/controls/Screen.tsx";
import { goTo, query } from "#web/shared/route.ts";
import { Asking, Waiting } from "./asking.tsx";
import { Begin } from "./begin.tsx";
import { openVisit, type OpenVisit } from "./keeper.ts";
import { privateRules } from "./private-rules.ts";
import { later } from "./later.ts";
import { Before } from "./before.tsx";
import { timeText, longDate } from "#web/kader/shell/when.ts";
import { t } from "./texts.ts";

const PURPOSES: Readonly<Record<string, VisitPurpose>> = { pijat: "massage", lagi: "again" };

/** A visit to one mother. What is tapped is on disk before the next screen shows; whatever interrupts, it goes on where it stood. */
export function Visit({ mother }: { readonly mother: string }): JSX.Element {
  const opened = useSignal<OpenVisit | null>(null);
  const purpose = PURPOSES[query.value.get("untuk") ?? ""] ?? "full";
  useEffect(() => {
    let here = true;
    void openVisit(mother, purpose).then((visit) => here && (opened.value = visit));
    return () => void (here = false);
  }, [mother, purpose]);
  const visit = opened.value;
  if (visit === null) return <Screen bar={<AppBar title="" back={{ label: t("back"), onBack: () => goTo("ibu", mother) }} />}><Skeleton rows={4} label={t("loading")} /></Screen>;
  return <Opened key={purpose} visit={visit} mother={mother} />;
}

function Opened({ visit, mother }: { readonly visit: OpenVisit; readonly mother: string }): JSX.Element {
  const draft = visit.draft.value;
  const view = visit.view.value;
  const { name } = visit;
  const birthSkipped = useSignal(false);
  const privately = useSignal<{ readonly rules: readonly ("M07" | "M12")[]; readonly referral: string | null } | null>(null);
  const home = () => goTo("ibu", mother);
  const toReferral = (referral: string) => goTo("ibu", mother, "rujukan", referral);
  const leaves = draft.step === "begin" || draft.step === "done" || (draft.step === "screening" && draft.given.length === 0 && draft.purpose !== "full");
  const back = { label: t("back"), onBack: () => (leaves ? home() : void visit.send({ type: "back" })) };
  const title = t(draft.purpose === "massage" ? "titleMassage" : "title", { name });
  const paper = draft.paperAt === null ? undefined : t("paperMark", { when: `${longDate(draft.paperAt)}, ${timeText(draft.paperAt)}` });
  const bar = <AppBar title={title} sub={paper} back={back} />;

  const parts = later.value;
  if (privately.value !== null) {
    const close = () => {
      const { referral } = privately.value ?? { referral: null };
      privately.value = null;
      if (referral !== null) toReferral(referral);
    };
    return parts === null ? <Waiting bar={bar} /> : <parts.PrivateWords rules={privately.value.rules} onClose={close} />;
  }
  if (view.consent.state !== "given") {
    return <Before bar={bar} id="no-consent" title={t("noConsentTitle", { name })} text={t("noConsentText")} action={<Button onClick={() => goTo("ibu", mother, "persetujuan")}>{t("toConsent")}</Button>} />;
  }
  if (visit.stale.value) return parts === null ? <Waiting bar={bar} /> : <parts.Stale name={name} bar={bar} touchedAt={draft.touchedAt} onNew={() => void visit.beginAnew()} onGoOn={visit.goOn} />;
  if (view.births.length === 0 && !birthSkipped.value && draft.step === "begin") {
    const action = (
      <>
        <Button kind="line" onClick={() => (birthSkipped.value = true)}>{t("noBirthSkip")}</Button>
        <Button onClick={() => goTo("ibu", mother, "ubah")}>{t("noBirthWrite")}</Button>
      </>
    );
    return <Before bar={bar} id="no-birth" title={t("noBirthTitle")} text={t("noBirthText")} action={action} />;
  }
  switch (draft.step) {
    case "begin":
      return <Begin name={name} bar={bar} onBegin={(kind, paperAt) => void visit.send({ type: "begin", kind, paperAt })} />;
    case "changed":
      return parts === null ? <Waiting bar={bar} /> : <parts.Changed since={draft.carried?.from ?? draft.openedAt} bar={bar} onChanged={(areas) => void visit.send({ type: "changed", areas })} />;
    case "screening": {
      const answer = async (given: Parameters<typeof visit.send>[0] & { readonly type: "answer" }) => {
        const rules = privateRules(given.given.answers);
        const referral = await visit.send(given);
        if (rules.length > 0 && !visit.failed.value) privately.value = { rules, referral };
        else if (referral !== null) toReferral(referral);
      };
      return <Asking visit={visit} title={title} paper={paper} back={back} onAnswer={answer} onUrgent={() => toReferral(urgentReferral(visit))} />;
    }
    default:
      return parts === null ? <Waiting bar={bar} /> : <parts.Outcome visit={visit} mother={mother} bar={bar} title={title} onReferral={toReferral} onHome={home} />;
  }
}

/** The referral that "go now" shows: the one of this visit, or an earlier one that says the same. */
function urgentReferral(visit: OpenVisit): string {
  const own = visit.view.value.referrals.some((one) => one.referral === visit.draft.value.referral);
  const open = visit.view.value.referrals.findLast((one) => one.made.class === "SEGERA" && one.answers.length === 0);
  return own ? visit.draft.value.referral : (open?.referral ?? visit.draft.value.referral);
}
