import { readFileSync } from "fs";

export const planted = readFileSync;
