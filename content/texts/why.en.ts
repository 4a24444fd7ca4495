import type { TEXTS as INDONESIAN } from "./why.id.ts";

/** What a result or a piece of advice stands on, in English. */
export const TEXTS: Readonly<Record<keyof typeof INDONESIAN, string>> = {
  why: "Why?",
  title: "What this result stands on",
  version: "Rules version {version}.",
  unsigned: "Not yet approved by a midwife and a paediatrician. The midwife decides.",
  mark: "rules version {version}, not yet approved",
  markSigned: "rules version {version}",
  close: "Close",
  "evidence.read": "from a source that was read",
  "evidence.cited": "from a source that was cited",
  "evidence.general-knowledge": "general knowledge",
  "evidence.judgement": "the team's judgement, waiting for approval",
  noSource: "no written source",
};
