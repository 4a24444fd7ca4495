import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { isAnswered, NOT_ANSWERED, toggleInstead, togglePick } from "./picking.ts";

describe("picking from a list", () => {
  test("nothing is preset, and nothing is an answer", () => expect(isAnswered(NOT_ANSWERED)).toBe(false));

  test("none of these is an answer of its own", () => expect(isAnswered(toggleInstead(NOT_ANSWERED, "none"))).toBe(true));

  test("a pick takes none of these back, and the other way round", () => {
    const none = toggleInstead(NOT_ANSWERED, "none");
    expect(togglePick(none, "fits")).toEqual({ keys: ["fits"], instead: null });
    expect(toggleInstead(togglePick(NOT_ANSWERED, "fits"), "none")).toEqual({ keys: [], instead: "none" });
  });

  test("taking the last pick back leaves the question open", () => {
    expect(isAnswered(togglePick(togglePick(NOT_ANSWERED, "fits"), "fits"))).toBe(false);
  });

  test("picks and their replacement never stand together, whatever is tapped", () => {
    assert(property(array(constantFrom("fits", "chills", "none", "not_alone")), (taps) => {
      const end = taps.reduce((picked, tap) => (tap === "none" || tap === "not_alone" ? toggleInstead(picked, tap) : togglePick(picked, tap)), NOT_ANSWERED);
      expect(end.keys.length === 0 || end.instead === null).toBe(true);
      expect(new Set(end.keys).size).toBe(end.keys.length);
    }));
  });
});
