import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testId } from "../testing.ts";
import { readReferralCode, referralCode } from "./code.ts";

const ID = "019ab3c4-5d6e-7f80-9a1b-2c3d4e5f6071";
const code = referralCode(ID);

describe("the code of a referral on paper", () => {
  test("is short, and always the same for one referral", () => {
    expect(code).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{3}-[34679ACDEFGHJKMNPQRTWXY]{3}$/);
    expect(referralCode(ID)).toBe(code);
    expect(referralCode(testId(2))).not.toBe(referralCode(testId(3)));
  });

  test("is read however it was written", () => {
    expect(readReferralCode(code.toLowerCase())).toBe(code);
    expect(readReferralCode(` ${code.replace("-", " ")} `)).toBe(code);
  });

  test.each(["", "ABC", "000-000", `${code}3`])("%j is no code", (text) => expect(readReferralCode(text)).toBeNull());

  test("one wrong sign, or two neighbours changed over, is noticed", () => {
    fc.assert(
      fc.property(fc.uuid({ version: 7 }), fc.integer({ min: 0, max: 5 }), fc.constantFrom(..."34679ACDEFGHJKMNPQRTWXY"), (id, place, sign) => {
        const signs = [...referralCode(id).replace("-", "")];
        const wrong = signs.with(place, sign);
        if (wrong.join("") !== signs.join("")) expect(readReferralCode(wrong.join(""))).toBeNull();
        if (place < 4 && signs[place] !== signs[place + 1]) {
          const swapped = signs.with(place, signs[place + 1] ?? "").with(place + 1, signs[place] ?? "");
          expect(readReferralCode(swapped.join(""))).toBeNull();
        }
      }),
    );
  });
});
