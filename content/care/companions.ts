import type { Advice } from "#core/care/advice.ts";
import { TOO_LITTLE } from "#content/rules/v1/shared.ts";

/** What the person at her side can learn during a visit. */
export const TAUGHT: readonly Advice[] = [
  { key: "danger-signs", evidence: "judgement", sources: ["S12"], rules: [], notWhen: [] },
  { key: "praise", evidence: "cited", sources: ["BFC", "S3"], rules: ["F01", "F05"], notWhen: [] },
  { key: "night-help", evidence: "judgement", sources: ["S3"], rules: ["F02"], notWhen: [] },
  { key: "chores", evidence: "judgement", sources: ["S3"], rules: ["F05"], notWhen: [] },
  { key: "attachment-signs", evidence: "read", sources: ["S1"], rules: ["F03a", "B07"], notWhen: ["F10"] },
  { key: "only-milk", evidence: "read", sources: ["S13"], rules: [], notWhen: ["F04b", "F10", ...TOO_LITTLE] },
  { key: "back-massage", evidence: "cited", sources: ["S1b"], rules: [], notWhen: [] },
];
