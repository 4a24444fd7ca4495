import { useMemo } from "preact/hooks";
import type { MotherView } from "#core/care/mother-view.ts";
import { device } from "#web/kader/shell/device.ts";

/** Her view, following every change; undefined while it is read. */
export function useMother(mother: string): MotherView | undefined {
  const watched = useMemo(() => device.watchMother(`mother:${mother}`), [mother]);
  return watched.value ?? undefined;
}
