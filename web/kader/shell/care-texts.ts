import { signal } from "@preact/signals";

type Words = (key: string) => string;
const words = signal<Words | null>(null);
let asked = false;

/**
 * The words of a cause, plan item, lesson or companion by its code (`plan.feed-often`). They are fetched when one is first shown:
 * until then nothing stands there. A code of a newer version shows as it is.
 */
export function careText(key: string): string {
  if (!asked) {
    asked = true;
    import("./care-words.ts").then((module) => (words.value = module.careWords), () => (asked = false));
  }
  return words.value === null ? "" : words.value(key);
}
