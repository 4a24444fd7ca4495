import type { Entry } from "#core/ledger/entry.ts";
import { hoursAfter } from "./visit.ts";
import type { DemoPerson, Teller } from "./teller.ts";

type MotherStory = {
  readonly key: string;
  readonly name: string;
  readonly by: DemoPerson;
  readonly at: string;
  readonly bornInYear?: number;
  readonly bornOn?: string;
  readonly gaveBirthAt: string;
  readonly caesarean?: boolean;
  readonly place?: "clinic" | "hospital" | "midwife" | "home";
  readonly babies?: readonly { readonly sex: "male" | "female"; readonly birthWeight: number; readonly gestationWeeks?: number; readonly name?: string }[];
  readonly phone?: string;
  readonly spoken?: "spoken" | "written" | "thumbprint";
  readonly guardian?: string;
  readonly landmark?: string;
};

/** Consent first, then her name, then the birth: as the phone asks. */
export function tellMother(teller: Teller, story: MotherStory): { stream: string; babies: string[]; registered: Entry } {
  const stream = teller.stream("mother", story.key);
  const when = { at: story.at };
  const how = story.spoken ?? "spoken";
  teller.tell(
    story.by,
    stream,
    "consent.given",
    {
      text: { id: "consent.record", version: 1, language: "id" },
      how,
      readAloud: how !== "written",
      allows: { midwife: true, phone: true, counted: true },
      ...(story.guardian !== undefined && { guardian: { name: story.guardian, relation: "parent", how: "spoken" } }),
    },
    when,
  );
  const registered = teller.tell(
    story.by,
    stream,
    "mother.registered",
    {
      name: story.name,
      ...(story.bornOn !== undefined && { bornOn: story.bornOn }),
      ...(story.bornInYear !== undefined && { bornInYear: story.bornInYear }),
      ...(story.phone !== undefined && { phone: story.phone }),
      ...(story.landmark !== undefined && { landmark: story.landmark }),
      foundBy: "kader",
    },
    when,
  );
  const babies = (story.babies ?? [{ sex: "female", birthWeight: 3100, gestationWeeks: 39 }]).map((baby, n) => ({ baby: teller.id(`baby|${story.key}|${n}`), ...baby }));
  teller.tell(
    story.by,
    stream,
    "birth.recorded",
    { birth: teller.id(`birth|${story.key}`), bornAt: story.gaveBirthAt, hourKnown: true, caesarean: story.caesarean ?? false, place: story.place ?? "clinic", babies },
    when,
  );
  return { stream, babies: babies.map(({ baby }) => baby), registered };
}

type SessionStory = {
  readonly key: string;
  readonly by: DemoPerson;
  readonly at: string;
  readonly stream: string;
  readonly clearance?: string;
  readonly screening?: string;
  readonly confidence: readonly [before: number, after: number];
  readonly ease: readonly [before: number, after: number];
  readonly flow: "none" | "drops" | "trickles" | "flows";
  readonly letDown: readonly string[];
  readonly hands?: "kader" | "husband";
  readonly stopped?: "pain" | "baby-needs-her";
  readonly seconds?: number;
};

export function tellSession(teller: Teller, story: SessionStory): void {
  const session = teller.id(`session|${story.key}`);
  const { by, stream, at, seconds = 180, stopped = null } = story;
  const asked = [30, 90, 150].filter((second) => second <= seconds);
  teller.tell(
    by,
    stream,
    "session.started",
    {
      session,
      ...(story.clearance !== undefined && { clearance: story.clearance }),
      ...(story.screening !== undefined && { screening: story.screening }),
      hands: story.hands ?? "kader",
      fromPaper: false,
      confidenceBefore: story.confidence[0],
      easeBefore: story.ease[0],
    },
    { at },
  );
  const comfort = asked.map((second, n) => ({ second, pain: stopped === "pain" && n === asked.length - 1 ? 5 : 0 }));
  teller.tell(by, stream, "session.ended", { session, seconds, pauses: 0, comfort, extended: false, stopped }, { at: hoursAfter(at, 0.1) });
  teller.tell(by, stream, "session.followed", { session, fed: "breast", letDown: [...story.letDown], ease: story.ease[1], confidence: story.confidence[1], flow: story.flow, bruiseOrPain: false }, { at: hoursAfter(at, 0.4) });
}

type CaseStory = { readonly key: string; readonly by: DemoPerson; readonly stream: string; readonly at: string };

export function openCase(teller: Teller, { key, by, stream, at }: CaseStory, problem: "flow" | "pain" | "baby" = "flow"): string {
  const id = teller.id(`case|${key}`);
  teller.tell(by, stream, "case.opened", { case: id, problem }, { at });
  return id;
}

export function closeCase(teller: Teller, id: string, { by, stream, at }: Omit<CaseStory, "key">, outcome: string, feeling?: number, words?: string): Entry {
  return teller.tell(by, stream, "case.closed", { case: id, outcome, ...(feeling !== undefined && { feeling }), ...(words !== undefined && { words }) }, { at });
}


