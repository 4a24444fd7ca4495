import { expect, test } from "vitest";
import type { Principal } from "#core/ledger/belonging.ts";
import { concerns, type Hint } from "./hint.ts";

const hint = (change: Partial<Hint>): Hint => ({ programme: "p", by: "device-1", everybody: false, persons: [], sites: [], kaderSites: [], ...change });
const reader = (role: Principal["role"], change: Partial<Principal> = {}): Principal => ({ programme: "p", person: "me", role, site: "s", device: "device-2", reads: true, ...change });

test.each([
  ["her own mother changed", hint({ persons: ["me"], sites: ["s"] }), reader("kader"), true],
  ["another kader's mother changed", hint({ persons: ["other"], sites: ["s"] }), reader("kader"), false],
  ["a meeting of her site changed", hint({ sites: ["s"], kaderSites: ["s"] }), reader("kader"), true],
  ["a mother of her site changed", hint({ persons: ["other"], sites: ["s"] }), reader("midwife"), true],
  ["a mother of another site changed", hint({ persons: ["other"], sites: ["t"] }), reader("midwife"), false],
  ["the programme changed", hint({ everybody: true }), reader("kader"), true],
  ["counts may have changed", hint({ sites: ["t"] }), reader("head", { site: null }), true],
  ["another programme changed", hint({ everybody: true, programme: "q" }), reader("midwife"), false],
  ["her own device made it", hint({ everybody: true, by: "device-2" }), reader("midwife"), false],
])("%s", (_, told, who, expected) => expect(concerns(told, who)).toBe(expected));
