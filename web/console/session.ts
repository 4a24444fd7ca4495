import { computed, signal } from "@preact/signals";
import type { Me, MyMembership } from "#core/console/wire.ts";
import { language } from "#web/shared/texts.ts";
import { actAs, ApiError, get, onSignedOut, post } from "./api.ts";

export type Phase = "loading" | "unreachable" | "signed-out" | "choose" | "in";

export const phase = signal<Phase>("loading");
export const me = signal<Me | null>(null);
export const membership = signal<MyMembership | null>(null);
export const role = computed(() => membership.value?.role ?? null);
export const timezone = computed(() => membership.value?.timezone ?? "Asia/Jakarta");

const LAST_CHOICE = "dampingi console as";
const LANGUAGE = "dampingi console language";

onSignedOut(() => {
  if (phase.value !== "loading") leave();
});

/** Who is signed in, and where she was last. */
export async function load(): Promise<void> {
  try {
    me.value = await get<Me>("/api/account/me");
  } catch (failure) {
    phase.value = failure instanceof ApiError && failure.status === 401 ? "signed-out" : "unreachable";
    return;
  }
  const last = localStorage.getItem(LAST_CHOICE);
  const { memberships } = me.value;
  choose(memberships.find((one) => one.as === last) ?? (memberships.length === 1 ? (memberships[0] ?? null) : null));
}

export function choose(one: MyMembership | null): void {
  // First, so that whatever wakes with the new membership asks in its name.
  actAs(one?.as ?? null);
  membership.value = one;
  phase.value = one === null ? "choose" : "in";
  if (one !== null) localStorage.setItem(LAST_CHOICE, one.as);
}

function leave(): void {
  me.value = null;
  membership.value = null;
  actAs(null);
  phase.value = "signed-out";
}

export async function signOut(): Promise<void> {
  await post("/api/account/sign-out", {}).catch(() => {});
  leave();
  location.hash = "";
}

export function startLanguage(): void {
  language.value = localStorage.getItem(LANGUAGE) === "en" ? "en" : "id";
  document.documentElement.lang = language.value;
}

export function turnLanguage(): void {
  language.value = language.value === "id" ? "en" : "id";
  localStorage.setItem(LANGUAGE, language.value);
  document.documentElement.lang = language.value;
}
