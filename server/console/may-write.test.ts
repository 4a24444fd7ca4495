import { expect, test } from "vitest";
import type { Role } from "#core/ledger/entry.ts";
import { KADER, PROGRAMME, testId } from "#core/testing.ts";
import { mayWrite } from "./may-write.ts";

const SITE = testId(20);
const mother = `mother:${testId(30)}`;
const kader = `kader:${KADER}`;
const programme = `programme:${PROGRAMME}`;

test.each<[Role, string, string, object, boolean]>([
  ["midwife", mother, "referral.answered", {}, true],
  ["midwife", kader, "clearance.granted", {}, true],
  ["midwife", programme, "site.described", { site: SITE }, true],
  ["midwife", programme, "site.described", { site: testId(21) }, false],
  ["midwife", programme, "programme.created", {}, false],
  ["lead", mother, "referral.answered", {}, false],
  ["lead", kader, "kader.changed", {}, true],
  ["lead", kader, "clearance.granted", {}, false],
  ["lead", programme, "site.described", { site: SITE }, true],
  ["lead", programme, "staff.joined", { role: "midwife" }, false],
  ["operator", programme, "staff.joined", { role: "midwife" }, false],
  ["operator", programme, "site.described", { site: SITE }, true],
  ["operator", kader, "kader.left", {}, true],
  ["operator", mother, "referral.escalated", {}, false],
  ["head", programme, "site.described", { site: SITE }, false],
  ["kader", mother, "visit.begun", {}, false],
])("%s on %s writes %s: %o %s", (role, stream, type, body, allowed) => {
  expect(mayWrite({ role, site: SITE }, { stream, type, body: body as never })).toBe(allowed);
});
