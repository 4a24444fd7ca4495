import { Kysely } from "kysely";

export const planted = Kysely;
