import { createHash, randomBytes, randomInt } from "node:crypto";

/** 256 random bits. The first letters say what it is for, to people who find one in a log. */
export const newToken = (kind: "upload" | "read" | "enrol"): string => `${kind === "upload" ? "du" : kind === "read" ? "dr" : "de"}_${randomBytes(32).toString("base64url")}`;

/** Tokens are random: a plain digest cannot be guessed back. */
export const tokenHash = (token: string): Buffer => createHash("sha256").update(token).digest();

/** No letter that looks or sounds like another or like a figure (0 O, 1 I L, U V): 8 of 29 are 38 bits, for half an hour. */
const CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTWXYZ";
export const CODE_LENGTH = 8;

export const newCode = (): string => Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join("");

export const shownCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** A code as somebody typed it, in any case and with spaces or dashes; a link's token stays as it is. */
export function typedToken(text: string): string {
  const code = text.toUpperCase().replaceAll(/[\s-]/g, "");
  return code.length === CODE_LENGTH && [...code].every((letter) => CODE_ALPHABET.includes(letter)) ? code : text.trim();
}
