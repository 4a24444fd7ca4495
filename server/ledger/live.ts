import type pg from "pg";
import type { Principal } from "#core/ledger/belonging.ts";
import { concerns, type Hint } from "./hint.ts";

const CHANNEL = "dampingi_hint";
/** Long enough to gather what a busy second brings, short enough to feel at once. */
const GATHER_MS = 60;
/** PostgreSQL takes 8,000 bytes. */
const MAX_PAYLOAD = 7_500;

type Listen = (channel: string, onNotice: (payload: string | null) => void) => Promise<() => Promise<void>>;

export type Hints = {
  /** Says, on every server, that there is something new. Only a hint: who misses it finds the same at the next pull. */
  readonly tell: (hint: Hint) => void;
  /** Returns how to stop. `send` gets a word: `ledger`. */
  readonly subscribe: (reader: Principal, send: (reason: string) => void) => () => void;
  readonly stop: () => Promise<void>;
};

/**
 * Hints go out after commit, gathered, from one connection: a NOTIFY inside each transaction makes PostgreSQL commit them one
 * after another (docs/decisions/0003). `failed` is told where a hint could not be sent.
 */
export async function openHints(pool: pg.Pool, listen: Listen, failed: (error: unknown) => void): Promise<Hints> {
  const readers = new Set<{ reader: Principal; send: (reason: string) => void }>();
  let gathered: Hint[] = [];
  let timer: NodeJS.Timeout | undefined;

  const stopListening = await listen(CHANNEL, (payload) => {
    const hints = payload === null || payload === "" ? null : (JSON.parse(payload) as Hint[]);
    // After a lost connection, or where the list was too long, everybody has a look.
    for (const { reader, send } of readers) if (hints === null || hints.some((hint) => concerns(hint, reader))) send("ledger");
  });

  const flush = async (): Promise<void> => {
    timer = undefined;
    const payload = JSON.stringify(gathered);
    gathered = [];
    await pool.query("select pg_notify($1, $2)", [CHANNEL, Buffer.byteLength(payload) > MAX_PAYLOAD ? "" : payload]).catch(failed);
  };

  return {
    tell: (hint) => {
      gathered.push(hint);
      timer ??= setTimeout(() => void flush(), GATHER_MS);
    },
    subscribe: (reader, send) => {
      const one = { reader, send };
      readers.add(one);
      return () => readers.delete(one);
    },
    stop: async () => {
      clearTimeout(timer);
      if (gathered.length > 0) await flush();
      await stopListening();
    },
  };
}
