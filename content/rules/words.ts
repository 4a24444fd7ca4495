/** What the kader and the midwife read of a rule that fired. */
export type RuleWords = {
  /** Why, in a few words: what was seen or said. Safe to be read over her shoulder. */
  readonly reason: string;
  /** What the kader does now, one step a line; empty where the class says all. */
  readonly doNow: readonly string[];
  /** What she says to the mother. */
  readonly say: string;
};

export type ClassWords = {
  /** In two or three words, for a tag. */
  readonly tag: string;
  /** As a heading to the kader; `{name}` is the mother. */
  readonly title: string;
  readonly meaning: string;
};

/** How a question is put to, or about, the mother or the baby. */
export type QuestionWords = {
  readonly ask: string;
  /** Beside a picture, or in a list: as short as it can be. */
  readonly label: string;
  readonly hint?: string;
  /** By value, where the answer is a choice. */
  readonly options?: Readonly<Record<string, string>>;
};

/** The heading of a screen that groups several questions. */
export type ScreenWords = { readonly ask: string; readonly hint?: string };
