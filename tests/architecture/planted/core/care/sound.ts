import * as v from "valibot";
import type { Entry } from "#core/ledger/entry.ts";
import { other } from "./other-sound.ts";

export const sound = (entry: Entry) => v.parse(v.string(), entry.id) + other(new Date(0));
