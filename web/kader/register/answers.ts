import type { ConsentChoice, ConsentLanguage } from "#content/consent/record.ts";

/** Everything that is asked when a mother is registered, as typed and tapped: it is the draft, and stays on the phone alone. */

export type ConsentAnswers = {
  readonly language: ConsentLanguage;
  readonly way: ConsentWay | null;
  readonly allows: Readonly<Record<ConsentChoice, boolean | null>>;
  readonly guardian: { readonly name: string; readonly relation: GuardianRelation | null; readonly how: ConsentHow | null };
};
export type ConsentHow = "written" | "spoken" | "thumbprint";
export const GUARDIAN_RELATIONS = ["husband", "parent", "parent-in-law", "other"] as const;
export type GuardianRelation = (typeof GUARDIAN_RELATIONS)[number];

/** Who read the text, and how she agreed: one tap says both. */
export const CONSENT_WAYS = ["heard-spoken", "heard-thumb", "heard-signed", "read-signed", "read-spoken"] as const;
export type ConsentWay = (typeof CONSENT_WAYS)[number];
export const howOf = (way: ConsentWay): ConsentHow => (way.endsWith("spoken") ? "spoken" : way.endsWith("thumb") ? "thumbprint" : "written");
export const wasReadAloud = (way: ConsentWay): boolean => way.startsWith("heard");

export type DateParts = { readonly day: string; readonly month: string; readonly year: string };

export type Details = {
  readonly name: string;
  readonly calledBy: string;
  readonly ageBy: "date" | "years" | null;
  readonly bornOn: DateParts;
  readonly years: string;
  readonly phone: string;
  readonly address: string;
  readonly landmark: string;
  readonly nik: string;
  readonly foundBy: FoundBy | null;
};
export const FOUND_BY = ["kader", "neighbour", "herself", "clinic-list"] as const;
export type FoundBy = (typeof FOUND_BY)[number];

export type BabyAnswers = { readonly baby: string; readonly name: string; readonly sex: "male" | "female" | null; readonly weight: string; readonly weeks: string };
export const BIRTH_PLACES = ["midwife", "clinic", "hospital", "home", "other"] as const;
export type BirthPlace = (typeof BIRTH_PLACES)[number];

export type BirthAnswers = {
  readonly birth: string;
  /** Null until answered; "not-yet" for a mother who has not given birth. */
  readonly born: "yes" | "not-yet" | null;
  /** YYYY-MM-DD and HH:MM, as the phone's own fields give them. */
  readonly date: string;
  readonly time: string;
  readonly hourUnknown: boolean;
  readonly caesarean: "yes" | "no" | "unknown" | null;
  readonly place: BirthPlace | null;
  readonly babies: readonly BabyAnswers[];
};

export const PROBLEMS = ["flow", "pain", "baby", "other", "none"] as const;
export type Problem = (typeof PROBLEMS)[number];

/** Null: it happens now. Else the day on the paper form, and who did it. */
export type Paper = { readonly date: string; readonly performer: string | null } | null;

export type Answers = {
  readonly stream: string;
  readonly paper: Paper;
  readonly consent: ConsentAnswers;
  readonly details: Details;
  readonly birth: BirthAnswers;
  readonly problem: Problem | null;
};

export const noDetails: Details = { name: "", calledBy: "", ageBy: null, bornOn: { day: "", month: "", year: "" }, years: "", phone: "", address: "", landmark: "", nik: "", foundBy: null };
export const noBirth = (birth: string): BirthAnswers => ({ birth, born: null, date: "", time: "", hourUnknown: false, caesarean: null, place: null, babies: [] });
export const noBaby = (baby: string): BabyAnswers => ({ baby, name: "", sex: null, weight: "", weeks: "" });
export const noAnswers = (stream: string, birth: string): Answers => ({
  stream,
  paper: null,
  consent: { language: "id", way: null, allows: { midwife: null, phone: null, counted: null }, guardian: { name: "", relation: null, how: null } },
  details: noDetails,
  birth: noBirth(birth),
  problem: null,
});
