import { useEffect, useState } from "preact/hooks";
import type { MotherView } from "#core/care/mother-view.ts";
import type { StreamEntry } from "#web/device/device.ts";
import { device } from "#web/kader/shell/device.ts";

/** Her entries as they are stored, and which of them only this phone holds yet; read anew whenever her view changes or something was sent. */
export function useEntries(view: MotherView): { readonly entries: readonly StreamEntry[]; readonly unsent: ReadonlySet<string> } {
  const [entries, setEntries] = useState<readonly StreamEntry[]>([]);
  const { unsent, sent, refused } = device.counters.value;
  useEffect(() => {
    let here = true;
    device.stream(view.stream).then((read) => here && setEntries(read), () => undefined);
    return () => void (here = false);
  }, [view, unsent, sent, refused]);
  return { entries, unsent: new Set(entries.filter(({ standing }) => standing !== "accepted").map(({ id }) => id)) };
}
