import type { ComponentChildren, JSX } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

interface DialogProps {
  open: boolean;
  title: string;
  /** Called by Escape, the back gesture and the buttons that close it. */
  onClose: () => void;
  children?: ComponentChildren;
  actions: ComponentChildren;
}

/** A native modal dialog: the page behind is inert, Escape closes it, focus goes back to where it was. */
export const Dialog = (props: DialogProps): JSX.Element => {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (props.open && !element.open) element.showModal();
    if (!props.open && element.open) element.close();
  }, [props.open]);
  return (
    <dialog ref={dialog} class="dialog" aria-labelledby={title} onClose={() => props.open && props.onClose()}>
      <div class="dialog-in">
        <h2 id={title}>{props.title}</h2>
        {props.children}
        <div class="stack">{props.actions}</div>
      </div>
    </dialog>
  );
};
