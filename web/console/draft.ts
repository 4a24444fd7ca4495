import { useEffect, useRef, useState } from "preact/hooks";
import { me } from "./session.ts";
import { openText, sealText } from "./sealed-text.ts";

/** A text that somebody is writing, kept in this browser under her key: it is there again after a reload or a dead battery. */
export function useDraft(name: string): [string, (text: string) => void] {
  const [text, setText] = useState("");
  const typed = useRef(false);
  const who = me.value;
  const place = `dampingi console draft ${who?.person ?? ""} ${name}`;
  useEffect(() => {
    typed.current = false;
    setText("");
    const sealed = localStorage.getItem(place);
    if (sealed === null || who === null) return;
    let here = true;
    void openText(who.draftKey, sealed).then((found) => here && !typed.current && found !== null && setText(found));
    return () => void (here = false);
  }, [place]);
  const write = (next: string): void => {
    typed.current = true;
    setText(next);
    if (next === "") localStorage.removeItem(place);
    else if (who !== null) void sealText(who.draftKey, next).then((sealed) => localStorage.setItem(place, sealed));
  };
  return [text, write];
}
