export { t } from "#web/kader/shell/standing-texts.ts";
