import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import type { Referral } from "#core/care/mother-view.ts";
import { referralCode } from "#core/referral/code.ts";
import { AMBULANCE, helpersOf, smsHref, telHref, whatsAppHref, type Helper } from "#core/referral/reach.ts";
import { device } from "#web/kader/shell/device.ts";
import { initials } from "#web/kader/shell/mother-name.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { Dialog } from "#web/shared/controls/Dialog.tsx";
import { IconMap, IconMessage, IconOffline, IconPhone } from "#web/shared/controls/icons.tsx";
import { callsMissed, openContact, passOn, sayReached } from "./keeper.ts";
import { INDONESIAN, t } from "./texts.ts";

type Props = {
  readonly stream: string;
  readonly referral: string;
  readonly made: Referral | undefined;
  readonly urgent: boolean;
  /** Days since the birth, or null where it is not known. */
  readonly day: number | null;
  readonly onWhere: () => void;
  readonly onPaper: () => void;
};

export const helpers = (): Helper[] => helpersOf(device.programme.value?.staff ?? [], device.places.value, device.site.value?.id ?? null);

/** One tap calls, one opens a prepared message, one shows the way, one gives a code for paper. */
export function Contact(props: Props): JSX.Element {
  const writing = useSignal(false);
  const all = helpers();
  const missed = props.made === undefined ? 0 : callsMissed(props.made);
  const next = all.length === 0 ? undefined : all[missed % all.length];
  const call = () => passOn(props.stream, props.referral, "call");
  return (
    <div class="stack">
      {next !== undefined && <Button kind={props.urgent ? "now" : "primary"} icon={<IconPhone />} href={telHref(next.number)} onClick={call}>{all.length === 1 ? t("callMidwife") : t("call", { who: next.name })}</Button>}
      {next === undefined && props.urgent && <Button kind="now" icon={<IconPhone />} href={telHref(AMBULANCE)} onClick={call}>{t("ambulance")}</Button>}
      {next === undefined && <p class="small">{t("noNumber")}</p>}
      <div class="ways">
        <Button kind="line" icon={<IconMessage />} onClick={() => (writing.value = true)}><span>{t("message")}</span></Button>
        <Button kind="line" icon={<IconMap />} onClick={props.onWhere}><span>{t("where")}</span></Button>
        <Button kind="line" icon={<IconOffline />} onClick={props.onPaper}><span>{t("paper")}</span></Button>
      </div>
      {props.made !== undefined && <Reached stream={props.stream} made={props.made} urgent={props.urgent} />}
      <Message {...props} to={next ?? null} open={writing.value} onClose={() => (writing.value = false)} />
    </div>
  );
}

/** After a call or message: did it get through? What she says is part of the referral's story. */
function Reached({ stream, made, urgent }: { readonly stream: string; readonly made: Referral; readonly urgent: boolean }): JSX.Element | null {
  const contact = openContact(made, device.now().getTime());
  if (contact === undefined) return callsMissed(made) > 0 && made.answers.length === 0 ? <p class="small" role="status">{t(urgent ? "notReached" : "notReachedCalm")}</p> : null;
  const say = (reached: boolean) => () => sayReached(stream, made.referral, contact, reached);
  return (
    <div class="panel" role="status">
      <b>{t(contact.way === "call" ? "reachedAsk" : "reachedMessageAsk")}</b>
      <div class="two">
        <Button kind="line" low onClick={say(true)}>{t("reachedYes")}</Button>
        <Button kind="line" low onClick={say(false)}>{t("reachedNo")}</Button>
      </div>
    </div>
  );
}

const MESSAGES = { SEGERA: "messageSegera", R24: "messageR24", PEKAN: "messagePekan" } as const;

/** The prepared text, as it will be sent: a code and the day after birth, no name, no reason. */
function Message({ stream, referral, made, day, to, open, onClose }: Props & { readonly to: Helper | null; readonly open: boolean; readonly onClose: () => void }): JSX.Element {
  const fill = (text: string, params: Readonly<Record<string, string>>) => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => params[name] ?? whole);
  const about = day === null ? INDONESIAN.messageAbout : fill(INDONESIAN.messageAboutDay, { day: String(day) });
  const text = fill(INDONESIAN[MESSAGES[made?.made.class ?? "SEGERA"]], { code: referralCode(referral), about, kader: initials({ name: (device.person.value?.name ?? "").replace(/\(.*?\)/g, "").trim() }) });
  const number = to?.number ?? null;
  const sent = () => {
    passOn(stream, referral, "message");
    onClose();
  };
  return (
    <Dialog
      open={open}
      title={t("messageTitle")}
      onClose={onClose}
      actions={
        <>
          <Button href={whatsAppHref(number, text)} onClick={sent}>{t("messageWhatsApp")}</Button>
          <Button kind="quiet" href={smsHref(number, text)} onClick={sent}>{t("messageSms")}</Button>
          {typeof navigator.share === "function" && <Button kind="line" onClick={() => void navigator.share({ text }).then(sent, () => undefined)}>{t("messageShare")}</Button>}
          <Button kind="text" onClick={onClose}>{t("close")}</Button>
        </>
      }
    >
      <p class="bubble" lang="id">{text}</p>
      <p class="small">{t("messageHint")} {number === null && t("messageNoNumber")}</p>
    </Dialog>
  );
}
