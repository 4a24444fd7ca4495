import type { JSX } from "preact";
import { offeredToken } from "#web/device/enrol.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { route } from "#web/shared/route.ts";
import { Locked } from "#web/kader/enrol/locked.tsx";
import { Boundary } from "./boundary.tsx";
import { device } from "./device.ts";
import { lazily } from "./lazy.tsx";
import type { Missing } from "./missing-here.ts";
import { Plain } from "./plain.tsx";
import { Routes } from "./routes.tsx";
import { t } from "./texts.ts";

const Enrol = lazily(() => import("#web/kader/enrol/enrol.tsx").then((module) => module.Enrol));
const ChoosePin = lazily(() => import("#web/kader/enrol/choose-pin.tsx").then((module) => module.ChoosePin));

/** Which of the phone's states is shown: the records only when it is open. */
export const App = (): JSX.Element => (
  <Boundary place={`${device.state.value} ${route.value.join("/")}`}>
    <Shown />
  </Boundary>
);

const Shown = (): JSX.Element => {
  const state = device.state.value;
  if (state === "elsewhere") return <Plain title={t("otherTabTitle")} text={t("otherTabText")} action={<Button onClick={() => void device.takeOver()}>{t("otherTabTry")}</Button>} />;
  if (state === "set-pin") return <ChoosePin />;
  // The address may carry an invitation, or ask for the page where a code is typed.
  const asked = offeredToken(location.hash) !== null || route.value[0] === "masuk";
  if (state === "new" || state === "enrolling" || asked) return <Enrol />;
  return state === "locked" ? <Locked /> : <Routes />;
};

const MISSING = { insecure: ["insecureTitle", "insecureText"], "old-browser": ["oldBrowserTitle", "oldBrowserText"], "no-storage": ["noStorageTitle", "noStorageText"] } as const;

/** Without what it stands on, the app says plainly what to do. */
export const CannotRun = (props: { missing: Missing }): JSX.Element => {
  const [title, text] = MISSING[props.missing];
  return <Plain title={t(title)} text={t(text)} action={<Button kind="quiet" onClick={() => location.reload()}>{t("tryAgain")}</Button>} />;
};
