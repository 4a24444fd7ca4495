import type { TEXTS as INDONESIAN } from "./locked.id.ts";

export const TEXTS: Readonly<Record<keyof typeof INDONESIAN, string>> = {
  digits: "{count} of 6 digits entered",
  deleteDigit: "Delete one digit",
  lockedGreeting: "Hello, {name}",
  lockedTitle: "Enter your PIN",
  lockedOpening: "Opening",
  lockedReading: "Reading the records, {percent} %",
  lockedWrong: "Wrong PIN. You may try {count} more times.",
  lockedWrongLast: "Wrong PIN. One more, and you will have to wait.",
  lockedWait: "Too many wrong tries. Try again in {time}.",
  forgot: "I forgot my PIN",
  forgotTitle: "Forgot your PIN?",
  forgotText: "That is all right. Ask the midwife for a new link or code, then put Dampingi on this phone again.",
  forgotSent: "What has not been sent is still sent. What has been sent comes back to this phone.",
  forgotDraft: "A visit that is not finished cannot be opened any more.",
  forgotCode: "I have a code",
  callMidwife: "If there is a danger sign, do not wait for the PIN: call the midwife or take the mother there now.",
};
