/** The server sends a sign of life every 25 s; after this long without one the line is dead. */
const SILENCE = 60_000;
const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 300_000;

/**
 * Listens for "there is something new", as server-sent events over fetch: EventSource cannot carry the token in a header.
 * Returns how to stop. Stops by itself where the token is not known.
 */
export function listen(token: string, onHint: () => void, chance: () => number, origin = ""): () => void {
  const stopped = new AbortController();
  void (async () => {
    let wait = FIRST_WAIT;
    while (!stopped.signal.aborted) {
      const heard = await hearOnce(`${origin}/api/live`, token, onHint, stopped.signal);
      if (heard === "refused") return;
      wait = heard === "heard" ? FIRST_WAIT : Math.min(wait * 2, LONGEST_WAIT);
      await pause(wait * (0.5 + chance()), stopped.signal);
    }
  })();
  return () => stopped.abort();
}

async function hearOnce(url: string, token: string, onHint: () => void, stopped: AbortSignal): Promise<"heard" | "nothing" | "refused"> {
  const line = new AbortController();
  const cut = () => line.abort();
  stopped.addEventListener("abort", cut, { once: true });
  let silence = setTimeout(cut, SILENCE);
  let heard = false;
  try {
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}`, accept: "text/event-stream" }, signal: line.signal, cache: "no-store", credentials: "omit" });
    if (response.status === 401 || response.status === 403) return "refused";
    if (!response.ok || response.body === null) return "nothing";
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      heard = true;
      clearTimeout(silence);
      silence = setTimeout(cut, SILENCE);
      const lines = (rest + part.value).split("\n");
      rest = lines.pop() ?? "";
      if (lines.some((text) => text.trim() === "event: hint")) onHint();
    }
    return heard ? "heard" : "nothing";
  } catch {
    return heard ? "heard" : "nothing";
  } finally {
    clearTimeout(silence);
    stopped.removeEventListener("abort", cut);
  }
}

const pause = (ms: number, stopped: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stopped.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });
