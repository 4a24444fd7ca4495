import type { Principal } from "#core/ledger/belonging.ts";
import { createEnrolment } from "#server/devices/enrol.ts";
import { enrolled } from "#server/ledger/http-testing.ts";
import { pullEntries } from "#server/ledger/pull.ts";
import { pushEntries } from "#server/ledger/push.ts";
import { kaderStory } from "#server/ledger/read.ts";
import { record } from "#server/ledger/record.ts";
import { newMother, someId, testPhone, testProgramme, type TestLedger, type TestPhone, type TestProgramme } from "#server/ledger/testing.ts";
import { eraseMother } from "#server/privacy/erase.ts";
import type { FastifyInstance } from "fastify";

export type Village = TestProgramme & {
  /** Of a kader of the first site, and of one of the second. */
  readonly mothers: readonly [string, string];
  readonly erased: string;
  readonly left: TestPhone;
  readonly phones: { readonly kader: Enrolled; readonly midwife: Enrolled; readonly otherSite: Enrolled };
};
type Enrolled = Awaited<ReturnType<typeof enrolled>>;

/** A programme in which every table has a row of each kind that somebody might see and somebody else must not. */
export async function liveliness(deps: TestLedger, app: FastifyInstance): Promise<Village> {
  const village = await testProgramme(deps);
  const [first, second, third] = village.kader;
  const [midwife, otherMidwife] = village.midwives;

  const push = async (by: TestPhone, ...entries: unknown[]): Promise<void> => {
    const { refused } = await pushEntries(deps, by, entries);
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
  };
  const must = async (by: Principal, stream: string, type: string, body: object): Promise<void> => {
    const recorded = await record(deps, by, [{ stream, type, body: { ...body } }]);
    if (!recorded.ok) throw new Error(JSON.stringify(recorded.error));
  };
  const accompanied = async (by: TestPhone): Promise<string> => {
    const stream = newMother();
    const referral = { referral: someId(), class: "R24", rules: ["B03"], because: ["breast.localPain"], blocksMassage: true };
    await push(by, by.tell(stream, "mother.registered", { name: "Ibu Rekaan" }), by.tell(stream, "visit.begun", { visit: someId(), kind: "home", fromPaper: false }), by.tell(stream, "referral.made", referral));
    return stream;
  };

  const mothers = [await accompanied(first), await accompanied(third)] as const;
  await must(midwife, await accompanied(first), "care.assigned", { kader: second.person });
  await must(midwife, await accompanied(second), "care.assigned", { kader: midwife.person });
  const erased = await accompanied(first);
  const left = testPhone({ programme: village.programme, person: someId(), role: "kader", site: village.sites[0] });
  await must(village.lead, `kader:${left.person}`, "kader.joined", { name: "Kader Rekaan yang pergi", site: village.sites[0], invented: true });
  await accompanied(left);
  await must(village.lead, `kader:${left.person}`, "kader.left", { on: "2026-11-25" });
  await must(village.lead, `kader:${third.person}`, "kader.changed", { name: "Kader Rekaan Tiga" });
  for (const by of [midwife, otherMidwife]) await push(by, by.tell(`meeting:${someId()}`, "meeting.planned", { on: "2026-12-01" }));
  // One who moves to the other site and back, so that her stream was somewhere else.
  const story = await kaderStory(deps, village.lead, `kader:${second.person}`);
  let before = story.ok ? story.value.entries.map((entry) => entry.id) : [];
  for (const site of [village.sites[1], village.sites[0]]) {
    const moved = await record(deps, village.lead, [{ stream: `kader:${second.person}`, type: "kader.joined", body: { name: "Kader Rekaan 2", site, invented: true }, replaces: before }]);
    if (!moved.ok) throw new Error(JSON.stringify(moved.error));
    before = moved.value.ids;
  }

  for (const by of [first, third]) await pushEntries(deps, by, [by.tell(mothers[by === first ? 1 : 0], "mother.changed", { phone: "+62811" })]);
  for (const by of [midwife, otherMidwife, first]) await pullEntries(deps, by, { cursor: null });
  await eraseMother(deps, midwife, erased, "ia meminta");
  await createEnrolment(deps, { programme: village.programme, person: first.person, by: midwife, origin: "" });
  await app.inject({ method: "POST", url: "/api/enrol", payload: { token: "de_made-up", device: someId() } });
  const phones = { kader: await enrolled(deps, app, first), midwife: await enrolled(deps, app, midwife), otherSite: await enrolled(deps, app, third) };
  return { ...village, mothers, erased, left, phones };
}
