import { randomUUID } from "node:crypto";
import type { Accounts } from "./accounts.ts";

/** A day: whoever starts the server stands beside it. A new start prints a new one. */
const FIRST_RUN_HOURS = 24;

/**
 * A server without a programme has nobody who could let the first one in: a one-time link for whoever reads its log. Null once
 * the founder has made a programme, and where the accounts came another way (the demo).
 */
export async function firstRunLink(accounts: Accounts, membershipsOf: (person: string) => Promise<readonly unknown[]>, baseUrl: string): Promise<string | null> {
  const founder = await accounts.founder();
  if (founder === null && (await accounts.hasAny())) return null;
  if (founder !== null && (await membershipsOf(founder)).length > 0) return null;
  const person = founder ?? randomUUID();
  await accounts.invite({ person, name: "Operator", founder: true });
  return accounts.createSignInLink(person, baseUrl, FIRST_RUN_HOURS);
}
