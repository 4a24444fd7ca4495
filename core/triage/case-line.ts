import { answerFault, type Answers } from "./answers.ts";
import { triage } from "./engine.ts";
import { namesIn, type Names } from "./json-names.ts";
import type { RuleBook } from "./rule-book.ts";

/** What is wrong with a line. `key` names what is unknown or out of range; a broken line has none. */
export type LineFault = { readonly code: "broken_line" | "unknown_key" | "out_of_range"; readonly key: string | null };

type Case = { readonly id: string; readonly complete: boolean; readonly answers: Readonly<Record<string, unknown>> };

const BROKEN: LineFault = { code: "broken_line", key: null };
const PARTS: readonly string[] = ["id", "complete", "answers"];

/** One case in, one result out, both as JSON on a line. Total: every text gives a result or a fault. */
export function triageLine(book: RuleBook, line: string): { readonly text: string; readonly faulty: boolean } {
  const json = parsed(line);
  const id = isObject(json) && typeof json["id"] === "string" ? json["id"] : null;
  const names = isObject(json) ? namesIn(line) : null;
  const fault = json === undefined || names === null ? BROKEN : faultOf(json, names);
  if (fault !== null) return { text: JSON.stringify({ id, error: { code: fault.code, key: fault.key } }), faulty: true };
  const { complete = false, answers } = json as Case;
  const { class: triageClass, rules, massage, blockedBy, missing, unanswered, deferred } = triage(book, { answers: answers as Answers, complete });
  return { text: JSON.stringify({ id, class: triageClass, rules, massage, blockedBy, missing, unanswered, deferred }), faulty: false };
}

/** A line that says one name twice is broken: whichever of the two values were taken, the other might be the danger. */
function faultOf(json: unknown, { names, repeated }: Names): LineFault | null {
  if (repeated || !isCase(json)) return BROKEN;
  let part = "";
  for (const { name, depth } of names) {
    if (depth === 1) part = name;
    if (depth === 1 && !PARTS.includes(name)) return { code: "unknown_key", key: name };
    if (depth !== 2 || part !== "answers") continue;
    const fault = answerFault(name, json.answers[name]);
    if (fault !== null) return fault;
  }
  return null;
}

const isObject = (json: unknown): json is Readonly<Record<string, unknown>> => typeof json === "object" && json !== null && !Array.isArray(json);

const isCase = (json: unknown): json is Case =>
  isObject(json) && typeof json["id"] === "string" && isObject(json["answers"]) && (!Object.hasOwn(json, "complete") || typeof json["complete"] === "boolean");

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
