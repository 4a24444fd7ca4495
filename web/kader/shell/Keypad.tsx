import type { JSX } from "preact";
import { useEffect } from "preact/hooks";

interface KeypadProps {
  /** The digits so far. */
  digits: string;
  onDigits: (digits: string) => void;
  /** Read aloud as digits come in: "3 dari 6 angka terisi". */
  filled: string;
  deleteLabel: string;
  disabled?: boolean;
}

const LENGTH = 6;
const DELETE = "delete";
const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", DELETE] as const;

/** Six digits by thumb, hidden as dots; a keyboard works too. No input field, so that the phone keeps nothing of it. */
export const Keypad = (props: KeypadProps): JSX.Element => {
  const press = (key: string) => {
    if (props.disabled) return;
    if (key === DELETE) props.onDigits(props.digits.slice(0, -1));
    else if (/^\d$/.test(key) && props.digits.length < LENGTH) props.onDigits(props.digits + key);
  };
  useEffect(() => {
    const typed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      press(event.key === "Backspace" ? DELETE : event.key);
    };
    addEventListener("keydown", typed);
    return () => removeEventListener("keydown", typed);
  });
  return (
    <div class="keypad">
      <div class="dots" role="status">
        <span class="sr">{props.filled}</span>
        {Array.from({ length: LENGTH }, (_, at) => <i key={at} class={at < props.digits.length ? "on" : ""} />)}
      </div>
      <div class="keys">
        {KEYS.map((key, at) =>
          key === "" ? <span key={at} /> : (
            <button key={at} type="button" disabled={props.disabled} aria-label={key === DELETE ? props.deleteLabel : undefined} onClick={() => press(key)}>
              {key === DELETE ? <Backspace /> : key}
            </button>
          ),
        )}
      </div>
    </div>
  );
};

const Backspace = (): JSX.Element => (
  <svg width="28" height="28" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
    <path d="M8.500 5.500H21v13H8.500L3 12zM12 9.500l5 5M17 9.500l-5 5" />
  </svg>
);
