import { look } from "#web/shared/look.ts";

export const planted = look;
