import { describe, expect, test } from "vitest";
import { RULE_BOOK_V1 } from "#content/rules/rule-book.ts";
import { SCREENING_PLAN } from "#content/rules/screening.ts";
import { DANGER_SIGNS, type AnswerKey, type Answers } from "./answers.ts";
import { compareClass, triage } from "./engine.ts";
import { isUrgent, nextScreen, pickedAnswers, screenKeys, screensAhead, type Progress, type ScreenSpec } from "./screening.ts";

const PARTS = ["signs", "feeding", "alone"] as const;
const KNOWN: Answers = { "birth.hoursAgo": 144, "birth.caesarean": false, "mother.ageYears": 26, "baby.birthWeight": 3100, "course.days": 0 };

/** What a kader taps where nothing is wrong. */
function calm(screen: ScreenSpec): Answers {
  const numbers: Partial<Record<AnswerKey, unknown>> = { "feeding.feeds24h": 9, "baby.urine24h": 8, "baby.weight": "unknown", "feeding.hoursSinceFeed": 2, "baby.hoursSinceUrine": 3, "mother.systolic": 120, "mother.diastolic": 75 };
  switch (screen.kind) {
    case "pick":
      return pickedAnswers(screen, []);
    case "choice":
      return Object.fromEntries(screen.keys.map((key) => [key, key === "mother.bleeding" ? "normal" : key === "mother.medicine" ? "common" : false])) as Answers;
    case "numbers":
      return Object.fromEntries(screen.keys.map((key) => [key, numbers[key]])) as Answers;
    case "mother-warmth":
      return { "mother.temperature": 36.8, "mother.antipyreticLast6h": false };
    case "baby-warmth":
      return { "baby.temperatures": [36.9] };
    case "yellow":
      return { "baby.yellow": "face_or_chest", "baby.yellowFirstSeenHours": 72 };
    case "alone":
      return Object.fromEntries(screen.keys.map((key) => [key, false])) as Answers;
    default:
      return screen satisfies never;
  }
}

function walk(progress: Omit<Progress, "answers">, tap: (screen: ScreenSpec) => Answers = calm): { screens: string[]; answers: Answers } {
  const screens: string[] = [];
  let answers: Answers = {};
  for (let screen = nextScreen(RULE_BOOK_V1, SCREENING_PLAN, { ...progress, answers }); screen !== null; screen = nextScreen(RULE_BOOK_V1, SCREENING_PLAN, { ...progress, answers })) {
    expect(screens, "no screen is asked twice").not.toContain(screen.id);
    screens.push(screen.id);
    answers = { ...answers, ...tap(screen) };
  }
  return { screens, answers };
}

describe("how the questions are put", () => {
  test("a full screening of a baby of any age has at most 16 screens", () => {
    for (const hours of [2, 30, 144, 335, 336, 800, 1500, 4400]) expect(walk({ known: { ...KNOWN, "birth.hoursAgo": hours }, parts: PARTS, baby: "b" }).screens.length, `${hours} h`).toBeLessThanOrEqual(16);
  });

  test("a completed one leaves no danger sign open, and with the massage part nothing missing but her consent", () => {
    const { answers } = walk({ known: KNOWN, parts: [...PARTS, "massage"], baby: "b" });
    const result = triage(RULE_BOOK_V1, { answers: { ...KNOWN, ...answers }, complete: true });
    expect(result).toMatchObject({ class: "LANJUT", unanswered: [], massage: "incomplete", missing: ["mother.consent"] });
  });

  test("every danger sign stands on a screen, and no key on two", () => {
    const keys = SCREENING_PLAN.screens.flatMap((screen) => [...screenKeys(screen)]);
    expect(DANGER_SIGNS.filter((key) => !keys.includes(key))).toEqual([]);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual(["baby.yellow"]);
  });

  test("at most four pictures a screen, and none of them preset", () => {
    for (const screen of SCREENING_PLAN.screens) if (screen.kind === "pick") expect(screen.options.length, screen.id).toBeLessThanOrEqual(4);
  });

  test("of two conflicting picks the worse holds, in whatever order they were tapped", () => {
    for (const screen of SCREENING_PLAN.screens) {
      if (screen.kind !== "pick") continue;
      screen.options.forEach((one, first) =>
        screen.options.forEach((other, second) => {
          if (first === second || one.key !== other.key) return;
          const picked = pickedAnswers(screen, [first, second])[one.key];
          expect(picked).toBe(pickedAnswers(screen, [second, first])[one.key]);
          const classOf = (value: unknown) => triage(RULE_BOOK_V1, { answers: { [one.key]: value }, complete: false }).class;
          expect(compareClass(classOf(picked), classOf(one.value))).toBeGreaterThanOrEqual(0);
        }),
      );
    }
  });

  test("what the record knows is not asked", () => {
    const { screens } = walk({ known: KNOWN, parts: ["massage"], baby: "b" });
    expect(screens).not.toContain("massage-caesarean");
    expect(walk({ known: { "course.days": 1 }, parts: ["massage"], baby: null }).screens).toEqual(["massage-blood", "massage-back", "history", "massage-medicine", "massage-caesarean", "massage-since"]);
  });

  test("a baby that is not here is not asked about", () => {
    const { screens } = walk({ known: KNOWN, parts: PARTS, baby: "b" }, (screen) => (screen.id === "baby-life" ? { "baby.where": "hospital" } : calm(screen)));
    expect(screens.filter((id) => id.startsWith("baby-"))).toEqual(["baby-life"]);
  });

  test("after a medicine against fever, a hand is asked for beside the thermometer", () => {
    const progress = { known: KNOWN, parts: ["signs"] as const, baby: null };
    const ids = (answers: Answers) => screensAhead(RULE_BOOK_V1, SCREENING_PLAN, { ...progress, answers }).map((screen) => screen.id);
    expect(ids({ "mother.temperature": 36.8, "mother.antipyreticLast6h": true })).toContain("mother-warmth");
    expect(ids({ "mother.temperature": 36.8, "mother.antipyreticLast6h": true, "mother.feelsHot": false })).not.toContain("mother-warmth");
    expect(ids({ "mother.temperature": 36.8, "mother.antipyreticLast6h": false })).not.toContain("mother-warmth");
  });

  test("yellow asks how far it reaches and since when; a painful breast asks further", () => {
    const yellow = walk({ known: KNOWN, parts: PARTS, baby: "b" }, (screen) => (screen.id === "baby-skin" ? pickedAnswers(screen as never, [1]) : calm(screen)));
    expect(yellow.screens).toContain("baby-yellow");
    const breast = walk({ known: KNOWN, parts: PARTS, baby: "b" }, (screen) => (screen.id === "breast" ? pickedAnswers(screen as never, [0]) : calm(screen)));
    expect(breast.screens).toEqual(expect.arrayContaining(["breast-today", "breast-part"]));
  });

  test("a draft goes on where it stood, whatever was answered before", () => {
    const { screens } = walk({ known: KNOWN, parts: PARTS, baby: "b" });
    let answers: Answers = {};
    for (const id of screens) {
      const reopened = JSON.parse(JSON.stringify(answers)) as Answers;
      const screen = nextScreen(RULE_BOOK_V1, SCREENING_PLAN, { known: KNOWN, answers: reopened, parts: PARTS, baby: "b" });
      expect(screen?.id).toBe(id);
      answers = { ...answers, ...calm(screen as ScreenSpec) };
    }
  });

  test("the first danger that cannot wait is known at once", () => {
    expect(isUrgent(RULE_BOOK_V1, { known: KNOWN, answers: { "mother.blurredVision": true } })).toBe(true);
    expect(isUrgent(RULE_BOOK_V1, { known: KNOWN, answers: { "mother.blurredVision": false } })).toBe(false);
  });
});
