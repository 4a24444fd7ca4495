import { answerSpec, isAnswerKey } from "../answers.ts";
import { CLASSES } from "../class.ts";
import type { Atom, Bounds, Condition } from "../condition.ts";
import type { Quantity } from "../quantities.ts";
import type { Rule, RuleBook } from "../rule-book.ts";

/** A book with one fault in it, and what the fault is. */
export type Mutant = { readonly name: string; readonly of: string; readonly book: RuleBook };

/** Every book that differs from this one by one fault. */
export function mutantsOf(book: RuleBook): Mutant[] {
  return [
    ...book.rules.flatMap((rule, at) => [
      { name: `${rule.id} is gone`, of: rule.id, book: { ...book, rules: book.rules.toSpliced(at, 1) } },
      ...changed(rule).map(([name, other]) => ({ name: `${rule.id} ${name}`, of: rule.id, book: { ...book, rules: book.rules.with(at, other) } })),
    ]),
    ...Object.entries(book.named).flatMap(([name, condition]) =>
      variants(condition).map(([what, other]) => ({ name: `${name}: ${what}`, of: name, book: { ...book, named: { ...book.named, [name]: other } } })),
    ),
    ...Object.entries(book.quantities).flatMap(([name, quantity]) =>
      shifted(quantity).map(([what, other]) => ({ name: `${name}: ${what}`, of: name, book: { ...book, quantities: { ...book.quantities, [name]: other } } })),
    ),
  ];
}

type Variant<T> = readonly [what: string, other: T];

function changed(rule: Rule): Variant<Rule>[] {
  const others = [...CLASSES, null].filter((one) => one !== rule.class);
  const { whenComplete, ...same } = rule;
  return [
    ...variants(rule.when).map(([what, when]): Variant<Rule> => [what, { ...rule, when }]),
    ...others.map((one): Variant<Rule> => [`has class ${one}`, { ...rule, class: one }]),
    ...(whenComplete === undefined ? [] : [["keeps its class when complete", same] as Variant<Rule>]),
    [rule.blocks ? "does not block" : "blocks", { ...rule, blocks: !rule.blocks }],
  ];
}

/** A condition with one part dropped, turned round or shifted. */
function variants(condition: Condition): Variant<Condition>[] {
  if ("all" in condition) return [...partsOf("all", condition.all), ["any for all", { any: condition.all }]];
  if ("any" in condition) return [...partsOf("any", condition.any), ["all for any", { all: condition.any }]];
  if ("not" in condition) {
    return [["without its not", condition.not], ...variants(condition.not).map(([what, other]): Variant<Condition> => [`not (${what})`, { not: other }])];
  }
  return [[`not ${show(condition)}`, { not: condition }], ...atomVariants(condition)];
}

function partsOf(kind: "all" | "any", parts: readonly Condition[]): Variant<Condition>[] {
  const rebuilt = (list: readonly Condition[]): Condition => (kind === "all" ? { all: list } : { any: list });
  const dropped = parts.map((part, at): Variant<Condition> => [`without ${show(part)}`, rebuilt(parts.toSpliced(at, 1))]);
  const inner = parts.flatMap((part, at) => variants(part).map(([what, other]): Variant<Condition> => [what, rebuilt(parts.with(at, other))]));
  return [...dropped, ...inner];
}

function atomVariants(atom: Atom): Variant<Condition>[] {
  if ("answer" in atom) return atom.in.length < 2 ? [] : atom.in.map((value, at) => [`${atom.answer} without ${value}`, { ...atom, in: atom.in.toSpliced(at, 1) }]);
  if ("missing" in atom) return [[`asked for missing ${atom.missing}`, { not: { asked: atom.missing } }]];
  if ("number" in atom) return boundsVariants(atom.number, atom).map(([what, bounds]) => [`${atom.number} ${what}`, { number: atom.number, ...bounds }]);
  if ("list" in atom) {
    const takes = (["some", "every", 1, 2, 3] as const).filter((take) => take !== atom.take);
    return [
      ...boundsVariants(atom.list, atom).map(([what, bounds]): Variant<Condition> => [`${atom.list} ${what}`, { list: atom.list, take: atom.take, ...bounds }]),
      ...takes.map((take): Variant<Condition> => [`${atom.list} ${take} for ${atom.take}`, { ...atom, take }]),
    ];
  }
  return [];
}

/** The smallest step by which a figure changes anything: whole numbers by one, others by how they are written. */
function stepOf(name: string, limit: number): number {
  const type = isAnswerKey(name) ? answerSpec(name).type : null;
  if (type !== null && "whole" in type && type.whole) return 1;
  return Math.abs(limit) < 1 ? 0.001 : 0.1;
}

function boundsVariants(name: string, { atLeast, over, below, atMost, outside }: Bounds): Variant<Bounds>[] {
  const has: Bounds = { ...(atLeast !== undefined && { atLeast }), ...(over !== undefined && { over }), ...(below !== undefined && { below }), ...(atMost !== undefined && { atMost }), ...(outside && { outside }) };
  const with_ = (drop: keyof Bounds, add: Bounds): Bounds => {
    const { [drop]: _, ...rest } = has;
    return { ...rest, ...add };
  };
  const moved = (key: "atLeast" | "over" | "below" | "atMost", limit: number): Variant<Bounds>[] =>
    [stepOf(name, limit), -stepOf(name, limit)].map((step) => [`${key} ${limit} moved by ${step}`, with_(key, { [key]: limit + step })]);
  return [
    ...Object.keys(has).map((key): Variant<Bounds> => [`without ${key}`, with_(key as keyof Bounds, {})]),
    ...(atLeast === undefined ? [] : [["over for at least", with_("atLeast", { over: atLeast })] as Variant<Bounds>, ["below for at least", with_("atLeast", { below: atLeast })] as Variant<Bounds>, ...moved("atLeast", atLeast)]),
    ...(over === undefined ? [] : [["at least for over", with_("over", { atLeast: over })] as Variant<Bounds>, ["at most for over", with_("over", { atMost: over })] as Variant<Bounds>, ...moved("over", over)]),
    ...(typeof below !== "number" ? [] : [["at most for below", with_("below", { atMost: below })] as Variant<Bounds>, ["at least for below", with_("below", { atLeast: below })] as Variant<Bounds>, ...moved("below", below)]),
    ...(atMost === undefined ? [] : [["below for at most", with_("atMost", { below: atMost })] as Variant<Bounds>, ["over for at most", with_("atMost", { over: atMost })] as Variant<Bounds>, ...moved("atMost", atMost)]),
    ...(outside === undefined ? [] : outside.flatMap((limit, at) => [1, -1].map((step): Variant<Bounds> => [`outside ${limit} moved by ${step}`, with_("outside", { outside: outside.with(at, limit + step) as unknown as readonly [number, number] })]))),
  ];
}

function shifted(quantity: Quantity): Variant<Quantity>[] {
  return Object.entries(quantity).flatMap(([key, value]) =>
    typeof value === "number" ? [0.1, -0.1].map((step): Variant<Quantity> => [`${key} moved by ${step}`, { ...quantity, [key]: value + step } as Quantity]) : [],
  );
}

export function show(condition: Condition): string {
  if ("all" in condition) return `all (${condition.all.map(show).join(", ")})`;
  if ("any" in condition) return `any (${condition.any.map(show).join(", ")})`;
  if ("not" in condition) return `not ${show(condition.not)}`;
  return Object.values(condition).join(" ");
}
