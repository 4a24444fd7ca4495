import type { VNode } from "preact";
import type { AnswerKey } from "#core/triage/answers.ts";
import { picture as breast } from "#web/shared/pictures/breast.tsx";
import { picture as danger } from "#web/shared/pictures/danger.tsx";
import { picture as feeding } from "#web/shared/pictures/feeding.tsx";
import { picture as people } from "#web/shared/pictures/people.tsx";

/** The picture of an answer: of the value if it has its own, else of the key. */
export function pictureOf(key: AnswerKey, value?: boolean | string | number): VNode | null {
  const names = typeof value === "string" ? [`${key}.${value}`, key] : [key];
  for (const name of names) {
    const found = danger(name) ?? breast(name) ?? feeding(name) ?? people(name);
    if (found !== null) return found;
  }
  return null;
}
