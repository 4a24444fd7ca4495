import { push } from "#server/ledger/push.ts";

export const planted = push;
