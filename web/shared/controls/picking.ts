/** What is chosen in a list where several may be, or one of the answers that stand instead of all ("none of these", "could not ask"). */
export interface Picked {
  readonly keys: readonly string[];
  readonly instead: string | null;
}

/** Nothing answered yet: neither a pick nor "none". */
export const NOT_ANSWERED: Picked = { keys: [], instead: null };

export const isAnswered = (picked: Picked): boolean => picked.instead !== null || picked.keys.length > 0;

/** Turns one pick on or off; any pick takes "none of these" back. */
export const togglePick = (picked: Picked, key: string): Picked => ({
  keys: picked.keys.includes(key) ? picked.keys.filter((one) => one !== key) : [...picked.keys, key],
  instead: null,
});

/** Chooses an answer that stands instead of the picks, or takes it back. */
export const toggleInstead = (picked: Picked, key: string): Picked => ({ keys: [], instead: picked.instead === key ? null : key });
