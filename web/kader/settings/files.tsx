import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { deliverExport } from "#web/device/export.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { device } from "#web/kader/shell/device.ts";
import { t } from "./texts.ts";

/** For a phone that no longer gets through: a sealed file of what is not delivered, which any phone can deliver. */
export const Files = ({ onSaid }: { onSaid: (said: string) => void }): JSX.Element => {
  const picker = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const { unsent, sent, refused } = device.counters.value;
  const make = async () => {
    const made = await device.exportUnsent();
    if (made === null) return;
    await handOver(new File([made.blob], made.name, { type: "application/json" }));
    onSaid(t("exportDone"));
  };
  const deliver = async (file: File) => {
    setBusy(true);
    const done = await deliverExport(await file.text());
    setBusy(false);
    onSaid(done.ok ? t("deliverDone", done.value) : t(`deliver.${done.error.code}`));
  };
  return (
    <details class="more">
      <summary>{t("exportTitle")}</summary>
      <div class="stack">
        <p>{t("exportText")}</p>
        <Button kind="line" low disabled={unsent + sent + refused === 0} onClick={() => void make().catch(() => undefined)}>{t("exportButton")}</Button>
        <p>{t("deliverText")}</p>
        <Button kind="line" low busy={busy} onClick={() => picker.current?.click()}>{t("deliverButton")}</Button>
        <input ref={picker} type="file" accept="application/json,.json" hidden onChange={(event) => { const file = event.currentTarget.files?.[0]; event.currentTarget.value = ""; if (file) void deliver(file); }} />
      </div>
    </details>
  );
};

/** The phone's own way of handing a file on, else a download. */
async function handOver(file: File): Promise<void> {
  if (navigator.canShare?.({ files: [file] })) {
    try {
      return await navigator.share({ files: [file], title: file.name });
    } catch (cause) {
      // She closed the sheet: nothing is lost, and she can try again.
      if (cause instanceof DOMException && cause.name === "AbortError") return;
    }
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
