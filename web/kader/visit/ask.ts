import type { JSX } from "preact";
import type { Answers } from "#core/triage/answers.ts";
import type { ScreenSpec } from "#core/triage/screening.ts";
import { screenWords } from "#web/shared/question-words.ts";

/** What every question screen gets. `S` is the kind of screen that it asks. */
export type AskProps<K extends ScreenSpec["kind"] = ScreenSpec["kind"]> = {
  readonly screen: ScreenSpec & { readonly kind: K };
  /** What is tapped so far, or was answered before. */
  readonly open: Answers;
  readonly name: string;
  /** How the baby is called in a sentence: "bayi", "Rafi", "bayi 2". */
  readonly baby: string;
  readonly bar: JSX.Element;
  readonly steps: JSX.Element;
  /** What was tapped could not be written. */
  readonly trouble: JSX.Element | null;
  readonly onTouch: (answers: Answers) => void;
  readonly onAnswer: (answers: Answers) => void;
  /** Whether a count of breaths (per minute) is to be taken once more. */
  readonly countAgain: (breaths: number) => boolean;
};

export const askWords = ({ screen, name, baby }: Pick<AskProps, "screen" | "name" | "baby">) => screenWords(screen.id, { name, baby });

/** Each key of a screen with the same answer: "could not be said". */
export const allOf = (keys: readonly string[], value: boolean | string): Answers => Object.fromEntries(keys.map((key) => [key, value])) as Answers;
