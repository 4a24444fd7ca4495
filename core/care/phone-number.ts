/**
 * A telephone number as Indonesians write it, as E.164: `0812…`, `62812…`, `812…` and `+62812…` are the same. Numbers of other
 * countries need their `+`. Null where it cannot be one; the server checks more closely with a list of number plans.
 */
export function phoneNumber(text: string): string | null {
  const plain = text.replaceAll(/[\s.\-()/]/g, "");
  const digits = plain.replace(/^\+|^00/, "");
  if (!/^\d+$/.test(digits)) return null;
  if (plain.startsWith("+") || plain.startsWith("00")) return digits.startsWith("62") ? indonesian(digits.slice(2)) : /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : null;
  if (digits.startsWith("0")) return indonesian(digits.slice(1));
  if (digits.startsWith("62")) return indonesian(digits.slice(2));
  return digits.startsWith("8") ? indonesian(digits) : null;
}

/** National numbers have 8 to 12 digits after the 0, as mobile (8…) and as land lines with their area (21…). */
const indonesian = (national: string): string | null => (/^[2-9]\d{7,11}$/.test(national.replace(/^0/, "")) ? `+62${national.replace(/^0/, "")}` : null);

/** As one reads it aloud: `0812 3456 7890`. */
export function spokenNumber(number: string): string {
  const local = number.startsWith("+62") ? `0${number.slice(3)}` : number;
  return local.replace(/^(\d{4})(\d{3,4})(\d+)$/, "$1 $2 $3");
}
