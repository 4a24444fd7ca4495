import { describe, expect, test } from "vitest";
import { scannedToken } from "./scan-code.ts";

const TOKEN = "de_Q-No7zqnz3_pACDtDEuKOOry9R0FsvuRIOMu_nnG6c0";

describe("what the camera read", () => {
  test("a link carries its invitation, whatever address it was printed with", () => expect(scannedToken(`https://dampingi.example/#daftar=${TOKEN}`)).toBe(TOKEN));
  test.each([
    ["ABCD-1234", "ABCD1234"],
    [" abcd1234 ", "abcd1234"],
  ])("the short code %s", (text, token) => expect(scannedToken(text)).toBe(token));
  test.each(["https://example.id/", "https://example.id/#masuk=abc", "WIFI:S:rumah;P:rahasia;;", "0812345", ""])("%s is no invitation", (text) => expect(scannedToken(text)).toBeNull());
});
