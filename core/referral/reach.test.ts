import { describe, expect, test } from "vitest";
import type { Place, Staff } from "../programme/programme-view.ts";
import { callable, helpersOf, mapHref, smsHref, telHref, whatsAppHref } from "./reach.ts";

const staff = (name: string, phone?: string, more: Partial<Staff> = {}): Staff => ({ person: name, name, role: "midwife", site: "a", ...(phone !== undefined && { phone }), ...more });
const place = (name: string, phone?: string, kind: Place["kind"] = "midwife"): Place => ({ kind, name, ...(phone !== undefined && { phone }) });

describe("whom to call", () => {
  test("the midwives of her site first, then where a midwife is, each number once", () => {
    const helpers = helpersOf([staff("Bidan Satu", "0812-3456-7890"), staff("Lead", "081300000000", { role: "lead" }), staff("Other", "081200000001", { site: "b" })], [place("Praktik Bidan", "+62 812 3456 7890"), place("Bidan Dua", "031 5678901"), place("RS", "031 1234567", "hospital")], "a");
    expect(helpers).toEqual([{ name: "Bidan Satu", number: "+6281234567890" }, { name: "Bidan Dua", number: "+62315678901" }]);
  });

  test("a number that cannot be called is left out rather than dialled wrongly", () => expect(helpersOf([staff("x", "call me"), staff("y")], [], "a")).toEqual([]));

  test.each([
    ["119", "119"],
    ["1 1 2", "112"],
    ["031-1234567", "+62311234567"],
    ["0", null],
  ])("%s is dialled as %s", (phone, number) => expect(callable(phone)).toBe(number));
});

test("links that the phone's own apps open, with the text escaped", () => {
  const text = "Kode 7KD-M4P: ibu & bayi?";
  expect(telHref("+6281234567890")).toBe("tel:+6281234567890");
  expect(smsHref("+6281234567890", text)).toBe("sms:+6281234567890?body=Kode%207KD-M4P%3A%20ibu%20%26%20bayi%3F");
  expect(smsHref(null, "a")).toBe("sms:?body=a");
  expect(whatsAppHref("+6281234567890", "a b")).toBe("https://wa.me/6281234567890?text=a%20b");
  expect(whatsAppHref(null, "a")).toBe("https://wa.me/?text=a");
  expect(mapHref("Jl. A & B")).toBe("geo:0,0?q=Jl.%20A%20%26%20B");
});
