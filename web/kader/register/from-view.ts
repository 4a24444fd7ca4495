import type { MotherView } from "#core/care/mother-view.ts";
import { dateAt } from "#core/care/time.ts";
import { replacedBy, type StreamState } from "#core/ledger/fold.ts";
import type { Json } from "#core/ledger/json.ts";
import { noDetails, type BirthAnswers, type BirthPlace, BIRTH_PLACES, type Details } from "./answers.ts";
import { birthBody, detailsBody, type Draft } from "./entries.ts";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** What her record says, as the fields of the screen show it. */
export function detailsOf(view: MotherView): Details {
  const { name, calledBy, bornOn, bornInYear, phone, address, landmark, nik } = view.details;
  const [year, month, day] = text(bornOn).split("-");
  return {
    ...noDetails,
    name: text(name),
    calledBy: text(calledBy),
    ageBy: bornOn ? "date" : typeof bornInYear === "number" ? "years" : null,
    bornOn: { day: plain(day), month: plain(month), year: year ?? "" },
    years: "",
    phone: text(phone),
    address: text(address),
    landmark: text(landmark),
    nik: text(nik),
  };
}

/** "05" as a person types it: "5". */
const plain = (part: string | undefined): string => (part === undefined || part === "" ? "" : String(Number(part)));

export function birthOf(view: MotherView, timezone: string): BirthAnswers | null {
  const birth = view.births.at(-1);
  if (birth === undefined) return null;
  return {
    birth: birth.birth,
    born: "yes",
    date: dateAt(birth.bornAt, timezone),
    time: birth.hourKnown ? clockAt(birth.bornAt, timezone) : "",
    hourUnknown: !birth.hourKnown,
    caesarean: birth.caesarean === undefined ? "unknown" : birth.caesarean ? "yes" : "no",
    place: BIRTH_PLACES.find((place: BirthPlace) => place === birth.place) ?? null,
    babies: birth.babies.map((baby) => ({
      baby: baby.baby,
      name: baby.name ?? "",
      sex: baby.sex ?? null,
      weight: baby.birthWeight === undefined ? "" : String(baby.birthWeight),
      weeks: baby.gestationWeeks === undefined ? "" : String(baby.gestationWeeks),
    })),
  };
}

/** HH:MM at the site. */
const clockAt = (instant: string, timeZone: string): string => new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(instant));

const FIELDS = ["name", "calledBy", "bornOn", "bornInYear", "phone", "nik", "address", "landmark"] as const;

/** One entry that says the changed fields alone and names what it replaces; null where nothing changed. A field that was emptied is taken back. */
export function changeOf(view: MotherView, state: StreamState, details: Details, today: string): (Draft & { readonly replaces: string[] }) | null {
  const after = detailsBody(details, today);
  const body: Record<string, Json> = {};
  for (const field of FIELDS) {
    const [before, now] = [view.details[field] ?? null, after[field] ?? null];
    if (before !== now) body[field] = now;
  }
  if (Object.keys(body).length === 0) return null;
  const replaces = [...new Set(Object.keys(body).flatMap((field) => replacedBy(state, `mother/${field}`)))];
  return { type: "mother.changed", stream: view.stream, body, replaces };
}

export function birthChangeOf(view: MotherView, state: StreamState, birth: BirthAnswers, now: number, timezone: string): Draft & { readonly replaces: string[] } {
  return { type: "birth.recorded", stream: view.stream, body: birthBody(birth, { now, timezone }), replaces: replacedBy(state, `birth/${birth.birth}`) };
}
