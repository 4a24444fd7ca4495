import "#web/shared/look.css";
import "./shell/kader.css";
import { render } from "preact";
import { openDevice } from "#web/device/device.ts";
import { App, CannotRun } from "./shell/app.tsx";
import { device, holdDevice } from "./shell/device.ts";
import { startLanguage } from "./shell/language.ts";
import { watchForInstall } from "./shell/install.ts";
import { missingHere } from "./shell/missing-here.ts";
import { watchForUpdates } from "./shell/update.ts";

const root = document.getElementById("app") as HTMLElement;

startLanguage();
watchForInstall();
const missing = missingHere();
if (missing !== null) render(<CannotRun missing={missing} />, root);
else
  openDevice().then(
    (opened) => {
      holdDevice(opened);
      render(<App />, root);
      watchForUpdates(() => device.state.value === "locked").catch((cause: unknown) => console.warn("no service worker", cause));
    },
    (cause: unknown) => {
      console.error(cause);
      render(<CannotRun missing="no-storage" />, root);
    },
  );
