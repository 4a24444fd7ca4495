import { expect, test } from "vitest";
import { waitText } from "./wait-text.ts";

test.each([
  [1, "0:01"],
  [30, "0:30"],
  [59.2, "1:00"],
  [60, "1:00"],
  [900, "15:00"],
  [3600, "1:00:00"],
  [3661, "1:01:01"],
])("%s seconds: %s", (seconds, text) => expect(waitText(seconds)).toBe(text));
