import { phoneNumber } from "../care/phone-number.ts";
import type { Place, Staff } from "../programme/programme-view.ts";

/** Somebody who can be called for a referral. */
export type Helper = { readonly name: string; readonly number: string };

/** Indonesia's ambulance, for where the programme has written no number down (general knowledge). */
export const AMBULANCE = "119";

/** Whom to call, in this order: the midwives of her site, then the places where a midwife is. Each number once. */
export function helpersOf(staff: readonly Staff[], places: readonly Place[], site: string | null): Helper[] {
  const midwives = staff.filter((one) => one.role === "midwife" && (one.site === null || one.site === site));
  const named = [...midwives, ...places.filter((place) => place.kind === "midwife")];
  const helpers = named.flatMap(({ name, phone }) => {
    const number = phone === undefined ? null : phoneNumber(phone);
    return number === null ? [] : [{ name, number }];
  });
  return helpers.filter((one, at) => helpers.findIndex((other) => other.number === one.number) === at);
}

/** The number as a place wrote it: a short one (119) or one of a country; null where it can not be called. */
export function callable(phone: string): string | null {
  const short = phone.replaceAll(/[\s.-]/g, "");
  return /^1\d{2,4}$/.test(short) ? short : phoneNumber(phone);
}

export const telHref = (number: string): string => `tel:${number}`;

/** `?body=` is what Android and current iOS both read. Without a number the messaging app asks for one. */
export const smsHref = (number: string | null, text: string): string => `sms:${number ?? ""}?body=${encodeURIComponent(text)}`;

export const whatsAppHref = (number: string | null, text: string): string => `https://wa.me/${number === null ? "" : number.replace("+", "")}?text=${encodeURIComponent(text)}`;

/** Opens the phone's own map, which may know the place without a signal. */
export const mapHref = (address: string): string => `geo:0,0?q=${encodeURIComponent(address)}`;
