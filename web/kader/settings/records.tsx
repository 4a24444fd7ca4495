import type { JSX } from "preact";
import { Button } from "#web/shared/controls/Button.tsx";
import { device } from "#web/kader/shell/device.ts";
import { countsOf } from "#web/kader/shell/sync.tsx";
import { dayText, timeText } from "#web/kader/shell/when.ts";
import { t } from "./texts.ts";

/** L5: unsent, sent, accepted and refused are four visible numbers. */
export const Records = (): JSX.Element => {
  const state = device.syncState.value;
  const last = device.lastSyncAt.value;
  const word = state === "offline" ? t("offline") : state === "waiting" ? t("willTry") : state === "outdated-token" ? t("outdated") : null;
  return (
    <section class="panel">
      <h2>{t("records")}</h2>
      <dl class="counts">
        {countsOf(device.counters.value).map(({ key, label, count }) => <div key={key}><dt>{label}</dt><dd>{count}</dd></div>)}
      </dl>
      <small>{last === null ? t("neverSynced") : t("lastSync", { when: `${dayText(last)}, ${timeText(last)}` })}</small>
      {word !== null && <p role="status">{word}</p>}
      <Button kind="quiet" low busy={state === "syncing"} onClick={() => void device.syncNow()}>{state === "syncing" ? t("syncing") : t("syncNow")}</Button>
    </section>
  );
};
