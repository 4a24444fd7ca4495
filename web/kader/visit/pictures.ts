import type { VNode } from "preact";
import type { AnswerKey } from "#core/triage/answers.ts";
import { picture as danger } from "#web/shared/pictures/danger.tsx";
import { later } from "./later.ts";

/** The picture of an answer: of the value if it has its own, else of the key. */
export function pictureOf(key: AnswerKey, value?: boolean | string | number): VNode | null {
  const names = typeof value === "string" ? [`${key}.${value}`, key] : [key];
  for (const name of names) {
    const found = danger(name) ?? later.value?.moreOf(name) ?? null;
    if (found !== null) return found;
  }
  return null;
}
