import type { JSX } from "preact";
import { TextField } from "#web/shared/controls/NumberField.tsx";
import { t } from "./texts.ts";

/** Fetched only where there are many mothers to look through. */
export const Search = (props: { sought: string; onSought: (text: string) => void }): JSX.Element => <TextField type="search" label={t("search")} text={props.sought} onText={props.onSought} />;
