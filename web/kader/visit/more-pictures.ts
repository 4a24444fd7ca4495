import type { VNode } from "preact";
import { picture as breast } from "#web/shared/pictures/breast.tsx";
import { picture as feeding } from "#web/shared/pictures/feeding.tsx";
import { picture as people } from "#web/shared/pictures/people.tsx";

/** Pictures beyond the danger signs, by the name of a key or of a key's value. */
export const pictureOf = (name: string): VNode | null => breast(name) ?? feeding(name) ?? people(name);
