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
  if ("number" in atom) return boundsVariants(atom.number, atom);
  if (!("list" in atom)) return [];
  const takes = (["some", "every", 1, 2, 3] as const).filter((take) => take !== atom.take);
  return [...boundsVariants(atom.list, atom), ...takes.map((take): Variant<Condition> => [`${atom.list} ${take} for ${atom.take}`, { ...atom, take }])];
}

/** Each kind of limit, with the two that a slip would put in its place. */
const SLIPS = { atLeast: ["over", "below"], over: ["atLeast", "atMost"], below: ["atMost", "atLeast"], atMost: ["below", "over"] } as const;

function boundsVariants<T extends Bounds>(name: string, atom: T): Variant<T>[] {
  const kinds = Object.keys(SLIPS) as (keyof typeof SLIPS)[];
  const limits = kinds.flatMap((kind): Variant<T>[] => {
    const { [kind]: limit, ...rest } = atom;
    const other = (bounds: Bounds): T => ({ ...rest, ...bounds }) as unknown as T;
    if (limit === undefined) return [];
    const figure = typeof limit === "number" ? limit : null;
    return [
      [`${name} without ${kind}`, other({})],
      ...(figure === null ? [] : SLIPS[kind].map((slip): Variant<T> => [`${name} ${slip} for ${kind}`, other({ [slip]: figure })])),
      ...(figure === null ? [] : steps(name, figure).map((step): Variant<T> => [`${name} ${kind} ${figure} moved by ${step}`, other({ [kind]: figure + step })])),
    ];
  });
  const { outside } = atom;
  const moved = (outside ?? []).flatMap((limit, at) => [1, -1].map((step): Variant<T> => [`${name} outside ${limit} moved by ${step}`, { ...atom, outside: outside?.with(at, limit + step) }]));
  return [...limits, ...moved];
}

/** The smallest steps by which a figure changes anything: whole numbers by one, others by how they are written. */
function steps(name: string, limit: number): [number, number] {
  const type = isAnswerKey(name) ? answerSpec(name).type : null;
  const step = type !== null && "whole" in type && type.whole ? 1 : Math.abs(limit) < 1 ? 0.001 : 0.1;
  return [step, -step];
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
