import { expect, test, vi } from "vitest";
import { CURRENT_BOOK } from "#content/rules/rule-book.ts";
import type { Told } from "./condition-text.ts";

// The texts look at the browser's store for nothing here; they only need its names to exist.
vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => {} });
const { tellCondition } = await import("./condition-text.ts");

const flat = (told: Told): string => [told.text, ...told.parts.map(flat)].join(" | ");
const rule = (id: string) => flat(tellCondition(CURRENT_BOOK.rules.find((one) => one.id === id)?.when ?? { any: [] }));

test.each(CURRENT_BOOK.rules.map(({ id }) => id))("%s reads as words, with no key or undefined left in it", (id) => {
  const text = rule(id);
  expect(text).not.toMatch(/undefined|\b(mother|baby|breast|feeding|birth|course|named|quantity|state)\.[a-zA-Z]/);
  expect(text.length).toBeGreaterThan(5);
});

test.each([
  ["M01a", "Pembalut penuh dalam 1 jam atau Gumpalan besar atau Merah segar lagi seperti haid"],
  ["M05", "demam: suhu 38 °C atau lebih"],
  ["N14b", "Bayi tidak bisa melekat"],
  ["N05", "≥ 5 hari, < 180 hari"],
  ["N08", "berat yang turun, persen dari berat lahir > 10"],
  ["N10", "berat bayi sekarang < Berat lahir"],
])("%s says: %s", (id, words) => expect(rule(id)).toContain(words));
