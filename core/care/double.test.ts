import { describe, expect, test } from "vitest";
import { doubleSigns, soundsAlike } from "./double.ts";

// All names are invented or so common that they are nobody's.
describe("names that sound alike", () => {
  test.each([
    ["Ibu Siti Nurjanah", "Nurdjannah"],
    ["Nur Janah", "Nurjanah"],
    ["Djoewariyah", "Juariah"],
    ["Khusnul Khotimah", "Husnul Hotimah"],
    ["Chusnul", "Kusnul"],
    ["Fitri Rahmawati", "Fitry Rachmawaty"],
    ["Novi", "Nopi"],
    ["Zulaikha", "Sulaiha"],
    ["Tjatur Wulandari", "Catur Wulandari"],
    ["Syarifah", "Sarifa"],
    ["Ny. Dewi Lestari", "Lestari"],
    ["Ma'rifah", "Marifah"],
  ])("%s, %s", (one, other) => expect(soundsAlike({ name: one }, { name: other })).toBe(true));

  test.each([
    ["Siti Aminah", "Siti Rohani"],
    ["Sri Wahyuni", "Sri Mulyati"],
    ["Ani", "Hartini"],
    ["Rina", "Rini"],
    ["Ibu", "Ibu"],
    ["", ""],
  ])("not %s, %s", (one, other) => expect(soundsAlike({ name: one }, { name: other })).toBe(false));

  test("the name she is called by counts too", () => expect(soundsAlike({ name: "Suparmi", calledBy: "Yuni" }, { name: "Juni", calledBy: "Juni" })).toBe(false));
  test("called Yuni, written Yuni", () => expect(soundsAlike({ name: "Suparmi", calledBy: "Bu Yuni" }, { name: "Yuni" })).toBe(true));
});

describe("the signs of a double", () => {
  const her = { name: "Siti Nurjanah", bornOn: "1998-11-25", phone: "+6281234567890", nik: "3501996511980001", gaveBirthOn: "2026-11-19" };

  test.each([
    ["the same NIK under another name", { name: "Lestari", nik: her.nik }, ["nik"]],
    ["name and birth date", { name: "Nurdjanah", bornOn: her.bornOn }, ["name-and-birth-date"]],
    ["name and telephone", { name: "Nur Janah", phone: her.phone }, ["name-and-phone"]],
    ["name and the day of a birth", { name: "Nurjanah", gaveBirthOn: her.gaveBirthOn }, ["name-and-baby"]],
    ["telephone and birth date under another name", { name: "Lestari", phone: her.phone, bornOn: her.bornOn }, ["phone-and-birth-date"]],
    ["name and the year", { name: "Nurjanah", bornInYear: 1998 }, ["name-and-birth-year"]],
    ["name and a year beside it", { name: "Nurjanah", bornInYear: 1999 }, ["name-and-birth-year"]],
    ["everything", her, ["nik", "name-and-birth-date", "name-and-phone", "name-and-baby", "phone-and-birth-date"]],
  ])("%s", (_, other, signs) => expect(doubleSigns(her, other)).toEqual(signs));

  test.each([
    ["a name alone", { name: "Siti Nurjanah" }],
    ["a telephone alone: a family shares one", { name: "Lestari", phone: her.phone }],
    ["a birth date alone", { name: "Lestari", bornOn: her.bornOn }],
    ["two years apart", { name: "Nurjanah", bornInYear: 2000 }],
    ["two known birth dates that differ", { name: "Nurjanah", bornOn: "1998-11-26" }],
    ["nothing known on both sides", { name: "Lestari" }],
  ])("%s is no sign", (_, other) => expect(doubleSigns(her, other)).toEqual([]));

  test("it does not matter who is asked first", () => {
    const other = { name: "Nurdjanah", bornOn: her.bornOn, phone: her.phone };
    expect(doubleSigns(other, her)).toEqual(doubleSigns(her, other));
  });
});
