import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { offeredToken } from "#web/device/enrol.ts";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { TextField } from "#web/shared/controls/NumberField.tsx";
import { AppBar, Screen } from "#web/shared/controls/Screen.tsx";
import { goTo, replaceWith, route } from "#web/shared/route.ts";
import { device } from "#web/kader/shell/device.ts";
import { Plain } from "#web/kader/shell/plain.tsx";
import { t as shell } from "#web/kader/shell/texts.ts";
import { Scan } from "./scan.tsx";
import { canScan } from "./scan-code.ts";
import { t } from "./texts.ts";

const ERRORS = {
  unknown: "errorUnknown",
  used: "errorUsed",
  expired: "errorExpired",
  "not-a-member": "errorNotMember",
  "device-known": "errorDeviceKnown",
  offline: "errorOffline",
  server: "errorServer",
  "too-many": "errorTooMany",
  "storage-full": "errorStorageFull",
} as const;

/** An invitation is used up by her tap alone: opening its link shows it and sends nothing. */
export const Enrol = (): JSX.Element => {
  const token = offeredToken(location.hash);
  if (token !== null) return <Invitation key={token} token={token} />;
  return route.value[0] === "masuk" ? <Typed /> : <Welcome />;
};

const Welcome = (): JSX.Element => (
  <Plain title={t("welcomeTitle")} text={t("welcomeText")}
    action={<>{canScan() && <Button kind="quiet" onClick={() => goTo("masuk", "pindai")}>{t("scanCode")}</Button>}<Button onClick={() => goTo("masuk")}>{t("typeCode")}</Button></>}>
    {device.revoked.value && <Banner kind="refused" title={t("revokedTitle")}>{t("revokedText")}</Banner>}
    <p class="panel sand">{t("welcomeLink")}</p>
  </Plain>
);

/** One try at a time; what came of it in words. Success leads on by itself: the phone's state becomes `set-pin`. */
function useEnrolment() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<keyof typeof ERRORS | null>(null);
  const enrol = async (token: string) => {
    setBusy(true);
    setProblem(null);
    const enrolled = await device.enrol(token).catch(() => ({ ok: false, error: { code: "storage-full" } }) as const);
    setBusy(false);
    // The invitation leaves the address, so that a reload or a shared screen does not show it again.
    if (enrolled.ok) replaceWith();
    else setProblem(enrolled.error.code);
  };
  return { busy, problem, enrol };
}

const Problem = (props: { code: keyof typeof ERRORS | null }): JSX.Element | null =>
  props.code === null ? null : <Banner kind={props.code === "offline" ? "offline" : "refused"} title={t(ERRORS[props.code])} />;

/** Whoever is enrolled already reads what happens to her records before she lets somebody else in. */
const Replaces = (): JSX.Element | null => {
  const person = device.person.value;
  return person === null ? null : <Banner kind="conflict" title={t("replacesTitle", { name: person.name })}>{t("replacesText")}</Banner>;
};

const Invitation = (props: { token: string }): JSX.Element => {
  const { busy, problem, enrol } = useEnrolment();
  return (
    <Plain title={t("inviteTitle")} text={t("inviteText")}
      action={<>
        <Button kind="text" low disabled={busy} onClick={() => replaceWith()}>{t("inviteLater")}</Button>
        <Button busy={busy} onClick={() => void enrol(props.token)}>{busy ? t("inviteBusy") : t("inviteButton")}</Button>
      </>}>
      <p class="small">{t("inviteNeedsSignal")}</p>
      <Replaces />
      <Problem code={problem} />
    </Plain>
  );
};

const CODE_LENGTH = 8;

const Typed = (): JSX.Element => {
  const { busy, problem, enrol } = useEnrolment();
  const [code, setCode] = useState("");
  const [short, setShort] = useState(false);
  const plain = code.replaceAll(/[^A-Za-z0-9]/g, "").toUpperCase();
  const send = () => (plain.length === CODE_LENGTH ? void enrol(plain) : setShort(true));

  if (route.value[1] === "pindai") return <Scan onToken={(token) => { replaceWith("masuk"); void enrol(token); }} onBack={() => replaceWith("masuk")} />;
  return (
    <Screen
      bar={<AppBar title="" back={{ label: shell("back"), onBack: () => replaceWith() }} />}
      actions={<>
        {canScan() && <Button kind="quiet" disabled={busy} onClick={() => replaceWith("masuk", "pindai")}>{t("scanCode")}</Button>}
        <Button busy={busy} onClick={send}>{busy ? t("inviteBusy") : t("codeNext")}</Button>
      </>}
    >
      <h1>{t("codeTitle")}</h1>
      <form class="code" onSubmit={(event) => { event.preventDefault(); send(); }}>
        <TextField label={t("codeLabel")} hint={t("codeHint")} text={shownCode(plain)} onText={(text) => { setCode(text); setShort(false); }} error={short ? t("codeShort") : undefined} />
      </form>
      <p class="small">{t("inviteNeedsSignal")}</p>
      <Replaces />
      <Problem code={problem} />
    </Screen>
  );
};

/** As the paper prints it: XXXX-XXXX. */
const shownCode = (plain: string): string => (plain.length > 4 ? `${plain.slice(0, 4)}-${plain.slice(4, CODE_LENGTH)}` : plain);
