import { describe, expect, test } from "vitest";
import * as v from "valibot";
import { code } from "#core/care/words.ts";
import { CONSENT_CHOICES, CONSENT_POINTS, CONSENT_RECORD, CONSENT_TEXT, type ConsentLanguage } from "./record.ts";

const LANGUAGES: readonly ConsentLanguage[] = ["id", "en", "jv", "mad"];

test("a consent can name this text", () => expect(v.is(code, CONSENT_RECORD.id)).toBe(true));
test("nobody has approved it yet, and it says so", () => expect(CONSENT_RECORD.approved).toBe(false));

describe.each(LANGUAGES)("in %s", (language) => {
  const text = CONSENT_TEXT[language];
  test("every point and every choice is there", () => {
    for (const point of CONSENT_POINTS) expect(text.points[point].text.length, point).toBeGreaterThan(20);
    for (const choice of CONSENT_CHOICES) expect(text.choices[choice], choice).toMatch(/\?$/);
    expect(text.question).toMatch(/\?$/);
  });
  test("it can be read out in three minutes (120 words a minute)", () => {
    const words = [text.opening, ...CONSENT_POINTS.map((point) => text.points[point].text)].join(" ").split(/\s+/);
    expect(words.length).toBeLessThan(360);
  });
  test("it is marked unless the language was written by who speaks it", () => expect(text.needsNativeReader).toBe(language === "jv" || language === "mad"));
});

test("S3: the Indonesian text says what the product does", () => {
  const all = CONSENT_POINTS.map((point) => CONSENT_TEXT.id.points[point].text).join(" ");
  for (const word of ["HP", "PIN", "komputer program", "membukanya saat bekerja", "bidan", "tanpa nama", "kapan saja", "salinan", "menghapus"]) expect(all).toContain(word);
});
