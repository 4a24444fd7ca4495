import { Today } from "#web/kader/today/today.ts";

export const planted = Today;
