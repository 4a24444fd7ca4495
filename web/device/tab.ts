/** One tab at a time holds the phone's store: two would each keep a list of what waits, and overwrite each other's. */
export type Tab = { readonly takeOver: () => void };

const NAME = "dampingi-store";

/**
 * Asks for the store. `onHeld` when this tab has it, at once or when the other tab closes; `onElsewhere` when another has it, also
 * when it is taken over. Without Web Locks the store's own generation keeps an older tab from writing.
 */
export function holdTab(locks: LockManager | undefined, onHeld: () => void, onElsewhere: () => void): Tab {
  if (locks === undefined) {
    onHeld();
    return { takeOver: () => undefined };
  }
  let queued = new AbortController();
  const untilThePageGoes = () => (onHeld(), new Promise<never>(() => undefined));
  const ask = (options: LockOptions) => {
    locks
      .request(NAME, options, (lock) => {
        if (lock !== null) return untilThePageGoes();
        onElsewhere();
        wait();
        return undefined;
      })
      .catch((error: unknown) => {
        // Taken over by another tab; or our own place in the queue, given up for taking over.
        if (options.signal?.aborted === true || !(error instanceof DOMException && error.name === "AbortError")) return;
        onElsewhere();
        wait();
      });
  };
  const wait = () => {
    queued = new AbortController();
    ask({ signal: queued.signal });
  };
  ask({ ifAvailable: true });
  return {
    takeOver: () => {
      queued.abort();
      ask({ steal: true });
    },
  };
}
