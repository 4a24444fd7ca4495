/** What is needed only after the first answer: fetched while she answers it. */
export { AskAlone, PrivateWords } from "./ask-alone.tsx";
export { AskChoice, AskYellow } from "./ask-choice.tsx";
export { AskNumbers } from "./ask-numbers.tsx";
export { AskBabyWarmth, AskMotherWarmth } from "./ask-warmth.tsx";
export { Outcome } from "./outcome.tsx";
export { Changed, Stale } from "./small-screens.tsx";
export { pictureOf as moreOf } from "./more-pictures.ts";
