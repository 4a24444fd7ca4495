import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { Dialog } from "#web/shared/controls/Dialog.tsx";
import type { Device } from "#web/device/device.ts";
import { device } from "#web/kader/shell/device.ts";
import { dayText } from "#web/kader/shell/when.ts";
import { whoseIs } from "./agreement.tsx";
import { t } from "./texts.ts";

type Refused = Awaited<ReturnType<Device["refused"]>>[number];

/** L3: what was refused stays here, says why in plain words and what to do, until a person has dealt with it. */
export const RefusedEntries = (): JSX.Element | null => {
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [aside, setAside] = useState(0);
  const [asked, setAsked] = useState<Refused | null>(null);
  const count = device.counters.value.refused;
  const read = () => void Promise.all([device.refused(), device.setAside()]).then(([now, before]) => { setRefused(now); setAside(before.length); }, () => undefined);
  useEffect(read, [count]);
  if (refused.length === 0) return aside === 0 ? null : <small>{t("asideCount", { count: aside })}</small>;
  return (
    <section class="stack">
      <h2>{t("refusedTitle")}</h2>
      <p class="small">{t("refusedHint")}</p>
      {refused.map((one) => (
        <Banner key={one.id} kind="refused" title={whatItIs(one)} action={
          <div class="spread">
            <Button kind="quiet" low fit onClick={() => void device.retryRefused(one.id).then(read)}>{t("retry")}</Button>
            <Button kind="text" low fit onClick={() => setAsked(one)}>{t("setAside")}</Button>
          </div>}>
          {one.entry?.type === "referral.made" && <b class="line">{t("refusedReferral")}</b>}
          {t(`refused.${one.code}`)}
        </Banner>
      ))}
      <Dialog open={asked !== null} title={t("setAsideTitle")} onClose={() => setAsked(null)}
        actions={<>
          <Button kind="line" onClick={() => { const { id } = asked as Refused; setAsked(null); void device.setAsideRefused(id).then(read); }}>{t("setAsideYes")}</Button>
          <Button onClick={() => setAsked(null)}>{t("cancel")}</Button>
        </>}>
        <p>{t("setAsideText")}</p>
      </Dialog>
    </section>
  );
};

const KINDS = ["visit", "screening", "session", "referral", "mother", "consent", "birth"] as const;

function whatItIs({ entry }: Refused): string {
  if (entry === null) return t("refusedOther");
  const kind = KINDS.find((one) => entry.type.startsWith(`${one}.`)) ?? "other";
  return t("entryAt", { what: t(`entry.${kind}`), who: whoseIs(entry.stream), when: dayText(entry.occurredAt) });
}
