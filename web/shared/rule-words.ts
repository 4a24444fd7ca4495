import { CLASS_TEXTS, RULE_TEXTS } from "#content/rules/rule-texts.id.ts";
import type { RuleWords } from "#content/rules/words.ts";
import type { TriageClass } from "#core/triage/class.ts";
import { translated } from "./translated.ts";

type Tables = { readonly RULE_TEXTS: Readonly<Record<string, RuleWords>>; readonly CLASS_TEXTS: typeof CLASS_TEXTS };
const tables = translated<Tables>({ RULE_TEXTS, CLASS_TEXTS }, () => import("#content/rules/rule-texts.en.ts"));

/** What a rule asks to do and to say; a rule of a newer book that this app does not know is named by its id. */
export const ruleWords = (id: string): RuleWords => tables().RULE_TEXTS[id] ?? { reason: id, doNow: [], say: "" };
export const classWords = (name: TriageClass): (typeof CLASS_TEXTS)[TriageClass] => tables().CLASS_TEXTS[name];
