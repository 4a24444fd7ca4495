import type { Principal } from "#core/ledger/belonging.ts";
import { streamKind } from "#core/ledger/entry.ts";
import type { ConsoleEntry } from "#core/console/wire.ts";

/**
 * What a role may write through the console, narrower than what the ledger would keep. Nobody gives herself another role here:
 * staff come and go by routes of their own. A midwife describes her own site alone. The ledger's own rules come after this.
 */
export function mayWrite(by: Pick<Principal, "role" | "site">, entry: Pick<ConsoleEntry, "stream" | "type" | "body">): boolean {
  const kind = streamKind(entry.stream);
  if (entry.type.startsWith("staff.")) return false;
  switch (by.role) {
    case "midwife":
      if (entry.type === "site.described") return entry.body["site"] === by.site;
      return kind === "mother" || kind === "kader" || kind === "meeting";
    case "lead":
      return kind !== "mother" && !entry.type.startsWith("clearance.");
    case "operator":
      return kind === "programme" || (kind === "kader" && !entry.type.startsWith("clearance."));
    case "head":
    case "kader":
      return false;
    default:
      return by.role satisfies never;
  }
}
