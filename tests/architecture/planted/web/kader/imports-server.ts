import type { Database } from "#server/platform/database.ts";

export type Planted = Database;
