import "#web/shared/look.css";
import "#web/shared/console.css";
import "./console-page.css";
import { signal } from "@preact/signals";
import { render, type JSX } from "preact";
import { replaceWith } from "#web/shared/route.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { Choose } from "./enter/choose.tsx";
import { ByLink, ByPassword, Entrance, offeredToken } from "./enter/sign-in.tsx";
import { Frame } from "./frame.tsx";
import { startLive } from "./live.ts";
import { startClock } from "./now.ts";
import { startSending } from "./pending.ts";
import { load, phase, startLanguage } from "./session.ts";
import { t } from "./texts.ts";

const token = signal(offeredToken());
addEventListener("hashchange", () => (token.value = offeredToken() ?? token.value));

const forgetLink = (): void => {
  replaceWith();
  token.value = null;
};

const Console = (): JSX.Element => {
  // A link is used even where somebody else is signed in: whoever holds it wants to be herself.
  if (token.value !== null) return <ByLink token={token.value} onLeave={forgetLink} />;
  switch (phase.value) {
    case "loading":
      return <Entrance title={t("loading")}>{null}</Entrance>;
    case "unreachable":
      return <Entrance title={t("failedTitle")}><p>{t("failedText")}</p><Button onClick={() => void load()}>{t("tryAgain")}</Button></Entrance>;
    case "signed-out":
      return <ByPassword />;
    case "choose":
      return <Choose />;
    case "in":
      return <Frame />;
    default:
      return phase.value satisfies never;
  }
};

startLanguage();
startClock();
startSending();
startLive();
render(<Console />, document.getElementById("console") as HTMLElement);
void load();
