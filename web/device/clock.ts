import { dateAt } from "#core/care/time.ts";
import type { Env } from "./env.ts";

const LATEST = Date.parse("9999-12-31T23:59:59.999Z");

/** An instant that can be written whatever the phone's clock says: a wrong clock must not cost an entry. */
export const instantOf = (ms: number): string => new Date(Math.min(Math.max(Number.isFinite(ms) ? ms : 0, 0), LATEST)).toISOString();

/** The newest server time that is known, carried on by a clock that nobody can set. */
export type ServerClock = {
  /** The later of the server's time and the phone's own, in ms: what clearances are judged by. */
  readonly now: () => number;
  /** The server's time alone, carried on; 0 before the first answer. It never goes back. */
  readonly known: () => number;
  readonly hear: (serverTime: string) => void;
  /** By how many ms the phone's clock was ahead when the server was last heard; null before. */
  readonly ahead: () => number | null;
};

/** `last` is the newest server time that was stored. */
export function serverClock(env: Env, last: number): ServerClock {
  let anchor = { server: last, at: env.monotonic() };
  let ahead: number | null = null;
  const known = () => (anchor.server === 0 ? 0 : anchor.server + env.monotonic() - anchor.at);
  return {
    known,
    now: () => Math.max(known(), env.now()),
    hear: (serverTime) => {
      const server = Date.parse(serverTime);
      if (Number.isNaN(server)) return;
      anchor = { server: Math.max(server, known()), at: env.monotonic() };
      ahead = env.now() - server;
    },
    ahead: () => ahead,
  };
}

/** The site's date by the phone's clock, YYYY-MM-DD. */
export const siteToday = (env: Env, timezone: string): string => dateAt(instantOf(env.now()), timezone);
