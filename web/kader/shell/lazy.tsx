import type { ComponentType, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Skeleton } from "#web/shared/controls/Empty.tsx";
import { Screen } from "#web/shared/controls/Screen.tsx";
import { t } from "./texts.ts";

/** A screen, or a part of one, whose script is fetched when it is first shown: from the phone's own store, so offline too. */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>, meanwhile: () => JSX.Element = Opening): (props: P) => JSX.Element {
  let loaded: ComponentType<P> | undefined;
  return function Lazy(props: P): JSX.Element {
    const [, redraw] = useState(0);
    const [failed, setFailed] = useState<unknown>(null);
    useEffect(() => {
      if (loaded !== undefined) return;
      let here = true;
      load().then(
        (component) => {
          loaded = component;
          if (here) redraw((count) => count + 1);
        },
        (cause: unknown) => here && setFailed(cause ?? new Error("not loaded")),
      );
      return () => void (here = false);
    }, []);
    if (failed !== null) throw failed;
    if (loaded === undefined) return meanwhile();
    const Loaded = loaded;
    return <Loaded {...props} />;
  };
}

/** Holds the place of a screen for the moment that it takes to open. */
export function Opening(): JSX.Element {
  return (
    <Screen>
      <div class="appbar" />
      <Skeleton rows={4} label={t("loading")} />
    </Screen>
  );
}
