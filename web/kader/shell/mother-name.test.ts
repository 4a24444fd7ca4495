import { expect, test } from "vitest";
import { calledName, initials } from "./mother-name.ts";

test.each([
  [{ name: "Sari" }, "Ibu Sari", "SA"],
  [{ name: "Ibu Sari" }, "Ibu Sari", "SA"],
  [{ name: "Bu Siti Aminah" }, "Bu Siti Aminah", "SA"],
  [{ name: "Siti Aminah", calledBy: "Mina" }, "Ibu Mina", "MI"],
  [{ name: "Ny. Rina" }, "Ny. Rina", "RI"],
  [{ name: "Buana" }, "Ibu Buana", "BU"],
  [{ name: "" }, "Ibu", ""],
])("%o", (mother, name, letters) => {
  expect(calledName(mother)).toBe(name);
  expect(initials(mother)).toBe(letters);
});
