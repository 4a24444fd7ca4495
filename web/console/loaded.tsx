import { effect, signal, type Signal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { Skeleton } from "#web/shared/controls/Empty.tsx";
import { ApiError, get } from "./api.ts";
import { news } from "./live.ts";
import { t } from "./texts.ts";
import { clock } from "./words.ts";

/** What was last heard of the server, and whether the newest asking failed. The old answer stays while a new one is asked for. */
export type Loaded<T> = { readonly value: T | null; readonly at: number; readonly failed: ApiError | null };

/** Asks at once and at every hint. The newest asking wins, however the answers overtake each other. */
export function useLoaded<T>(path: string): { loaded: Signal<Loaded<T>>; again: () => void } {
  const held = useMemo(() => {
    const loaded = signal<Loaded<T>>({ value: null, at: 0, failed: null });
    let newest = 0;
    const again = (): void => {
      const mine = ++newest;
      get<T>(path).then(
        (value) => mine === newest && (loaded.value = { value, at: Date.now(), failed: null }),
        (failure: unknown) => mine === newest && (loaded.value = { ...loaded.peek(), failed: failure instanceof ApiError ? failure : new ApiError(0, "unreachable") }),
      );
    };
    return { loaded, again };
  }, [path]);
  useEffect(() => effect(() => (void news.value, held.again())), [held]);
  return held;
}

/** Shows the answer, beneath a banner where it is not fresh; a skeleton before the first; the reason where there is none. */
export function Show<T>(props: { of: { loaded: Signal<Loaded<T>>; again: () => void }; rows?: number; children: (value: T) => ComponentChildren }): JSX.Element {
  const { value, at, failed } = props.of.loaded.value;
  if (value === null && failed === null) return <Skeleton rows={props.rows ?? 4} label={t("loading")} />;
  if (value === null) {
    const words = failed?.status === 403 ? t("notAllowed") : failed?.status === 404 ? t("notFound") : t("failedText");
    return <Banner kind="offline" title={t("failedTitle")} action={<Button kind="line" fit onClick={props.of.again}>{t("tryAgain")}</Button>}>{words}</Banner>;
  }
  return (
    <>
      {failed && <Banner kind="offline" title={t("offlineTitle")} action={<Button kind="line" fit onClick={props.of.again}>{t("tryAgain")}</Button>}>{t("offlineText", { time: clock(at) })}</Banner>}
      {props.children(value)}
    </>
  );
}
