import type { AnswerKey, Answers } from "../answers.ts";
import type { Row } from "../cases/case.ts";
import { atomHolds, type Atom, type Condition } from "../condition.ts";
import { factsOf } from "../facts.ts";
import type { RuleBook } from "../rule-book.ts";
import { representatives } from "./representatives.ts";

/** Answers with which both rules fire, put together from the rows of the case table in which each does; null where no two fit. */
export function witness(book: RuleBook, cases: readonly Row[], a: string, b: string): Answers | null {
  const rowsOf = (id: string): readonly Row[] => cases.filter(([rule, fires]) => rule === id && fires);
  for (const [, , , first, firstComplete] of rowsOf(a)) {
    for (const [, , , second, secondComplete] of rowsOf(b)) {
      for (const answers of [{ ...first, ...second }, { ...second, ...first }]) {
        const facts = factsOf(book, answers, firstComplete === true || secondComplete === true);
        if (facts.fires(a) && facts.fires(b)) return answers;
      }
    }
  }
  return null;
}

/** True, false, or null where it depends on atoms that are not settled. */
type Truth = boolean | null;

/**
 * Whether it can be shown that two rules never fire together. Atoms are settled one by one; atoms of one key or quantity have to
 * allow one value among its representatives, and nothing else is assumed: quantities count as free of each other. So where this
 * says yes it is so, and where it says no a witness has to be found or a reason given.
 */
export function excluded(book: RuleBook, a: string, b: string): boolean {
  const domains = representatives(book);
  const whenOf = (id: string): Condition => book.rules.find((rule) => rule.id === id)?.when ?? { any: [] };
  // The shorter condition first: what it settles decides most of the longer one.
  const goal: Condition = { all: [whenOf(a), whenOf(b)].sort((one, other) => JSON.stringify(one).length - JSON.stringify(other).length) };
  const settled = new Map<string, { readonly atom: Atom; readonly truth: boolean }>();

  const inner = (atom: Atom): Condition | null => {
    if ("fires" in atom) return whenOf(atom.fires);
    return "named" in atom ? (book.named[atom.named] ?? { any: [] }) : null;
  };
  const truthOf = (condition: Condition): Truth => {
    if ("all" in condition) return every(condition.all.map(truthOf));
    if ("any" in condition) return opposite(every(condition.any.map((part) => opposite(truthOf(part)))));
    if ("not" in condition) return opposite(truthOf(condition.not));
    const within = inner(condition);
    return within === null ? (settled.get(JSON.stringify(condition))?.truth ?? null) : truthOf(within);
  };
  const openAtom = (condition: Condition): Atom | null => {
    const parts = "all" in condition ? condition.all : "any" in condition ? condition.any : "not" in condition ? [condition.not] : null;
    if (parts !== null) return parts.filter((part) => truthOf(part) === null).map(openAtom)[0] ?? null;
    const within = inner(condition as Atom);
    return within === null ? (condition as Atom) : openAtom(within);
  };
  const possible = (name: string): boolean => {
    const about = [...settled.values()].filter(({ atom }) => nameOf(atom) === name);
    return (domains.get(name) ?? []).some((value) => about.every(({ atom, truth }) => holdsFor(book, atom, name, value) === truth));
  };
  const canHold = (): boolean => {
    const truth = truthOf(goal);
    if (truth !== null) return truth;
    const atom = openAtom(goal);
    if (atom === null) return true;
    const name = nameOf(atom);
    return [true, false].some((guess) => {
      settled.set(JSON.stringify(atom), { atom, truth: guess });
      const found = (name === null || possible(name)) && canHold();
      settled.delete(JSON.stringify(atom));
      return found;
    });
  };
  return !canHold();
}

/** The key or quantity that an atom is about; null where it is about more than one, or about the case. */
function nameOf(atom: Atom): string | null {
  if ("answer" in atom) return atom.answer;
  if ("missing" in atom) return atom.missing;
  if ("asked" in atom) return atom.asked;
  if ("list" in atom) return atom.list;
  if ("number" in atom) return typeof atom.below === "string" ? null : atom.number;
  return "state" in atom && atom.state === "baby-here" ? "baby.where" : null;
}

function holdsFor(book: RuleBook, atom: Atom, name: string, value: unknown): boolean {
  const answers = value === undefined || name in book.quantities ? {} : { [name as AnswerKey]: value };
  const facts = factsOf(book, answers as Answers, false);
  return atomHolds(atom, name in book.quantities ? { ...facts, number: () => value as number | undefined } : facts);
}

function every(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

const opposite = (truth: Truth): Truth => (truth === null ? null : !truth);
