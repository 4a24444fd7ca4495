import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";

interface ToastProps {
  /** Null: nothing to say. The live region stays, so that the next text is read aloud. */
  text: string | null;
  undo?: { label: string; onUndo: () => void } | undefined;
  onGone: () => void;
  /** How long it stays, ms; longer while it has the focus or the pointer. */
  stayMs?: number;
}

/** Says what happened and lets it be taken back. */
export const Toast = ({ text, undo, onGone, stayMs = 8000 }: ToastProps): JSX.Element => {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (text === null || held) return;
    const timer = setTimeout(onGone, stayMs);
    return () => clearTimeout(timer);
  }, [text, held, stayMs]);
  useEffect(() => setHeld(false), [text]);
  return (
    <div class="toasts" role="status">
      {text !== null && (
        <div class="toast" onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)} onFocusIn={() => setHeld(true)} onFocusOut={() => setHeld(false)}>
          <span>{text}</span>
          {undo && <button type="button" onClick={undo.onUndo}>{undo.label}</button>}
        </div>
      )}
    </div>
  );
};
