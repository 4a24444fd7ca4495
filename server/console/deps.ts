import type { Role } from "#core/ledger/entry.ts";
import type { Principal } from "#core/ledger/belonging.ts";
import type { Accounts, SignedIn } from "../accounts/accounts.ts";
import type { LedgerDeps } from "../ledger/deps.ts";

export type ConsoleDeps = {
  readonly ledger: LedgerDeps;
  readonly accounts: Accounts;
  /** How people reach this server, where that is set; else what the request itself was sent to. */
  readonly origin: string | null;
};

/** Who asks, and as what. */
export type Acting = { readonly who: SignedIn; readonly principal: Principal };

/** Roles that have a console. Kader have their phones. */
export const CONSOLE_ROLES = ["midwife", "lead", "head", "operator"] as const satisfies readonly Role[];
