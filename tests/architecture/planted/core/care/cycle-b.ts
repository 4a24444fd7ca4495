import { a } from "#core/care/cycle-a.ts";

export const b = () => a();
