import type { JSX } from "preact";

/** Line icons for bars and buttons, 24 x 24, in the text's colour. They only accompany a word, so they are hidden from screen readers. */
const icon = (d: string, stroke = 2.2) => (props: { size?: number }): JSX.Element => (
  <svg width={props.size ?? 24} height={props.size ?? 24} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width={stroke} stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
    <path d={d} />
  </svg>
);

export const IconBack = icon("M15 5l-7 7 7 7", 2.6);
export const IconNext = icon("M9 5l7 7-7 7", 2.6);
export const IconPlus = icon("M12 5v14M5 12h14", 2.6);
export const IconCheck = icon("M4 12.500l5.500 5.500L20 6.500", 2.8);
export const IconClose = icon("M6 6l12 12M18 6L6 18", 2.6);
export const IconPhone = icon("M7 3.500l2.800 4.800-2 2c1 2.400 3.500 4.900 5.900 5.900l2-2 4.800 2.800c0 2.400-1.600 3.500-3.400 3.500C10.500 20.500 3.500 13.500 3.500 6.900 3.500 5.100 4.600 3.500 7 3.500z");
export const IconMessage = icon("M4 5h16v11H11l-5 4v-4H4zM8 9h8M8 12.500h5");
export const IconMap = icon("M12 21c-4-5-7-8-7-11.500a7 7 0 0114 0C19 13 16 16 12 21zM12 12a2.500 2.500 0 100-5 2.500 2.500 0 000 5z");
export const IconPeople = icon("M9 12a4 4 0 100-8 4 4 0 000 8zM2 21c0-4 3-7 7-7s7 3 7 7M17 5.500a3 3 0 010 6M22 20c0-3-1.500-4.800-4-5.400");
export const IconBook = icon("M4 5c3-1 6-1 8 1 2-2 5-2 8-1v14c-3-1-6-1-8 1-2-2-5-2-8-1zM12 6v14");
export const IconCalendar = icon("M4 6.500h16V21H4zM4 11h16M8.500 3.500v5M15.500 3.500v5");
export const IconSend = icon("M12 20V5M6 11l6-6 6 6", 2.8);
export const IconSent = icon("M4 12.500l5 5L20 6.500", 2.8);
export const IconOffline = icon("M3 3l18 18M8 15a6 6 0 018 0M4.500 11.500a11 11 0 014-2.600M13 8.500c2.500.200 4.700 1.300 6.500 3M12 19.500h.01", 2.4);
export const IconRefused = icon("M12 3.500L21.500 20h-19zM12 10v4.500M12 17.300h.01", 2.4);
export const IconConflict = icon("M4 8h13M13 4l4 4-4 4M20 16H7M11 12l-4 4 4 4", 2.4);
export const IconPause = icon("M8.500 5v14M15.500 5v14", 3.4);
export const IconPlay = icon("M8 5l11 7-11 7z");
export const IconStop = icon("M6 6h12v12H6z");
export const IconInfo = icon("M12 21a9 9 0 100-18 9 9 0 000 18zM12 11v5.500M12 7.500h.01", 2.4);
export const IconPrint = icon("M7 8V3.500h10V8M7 17H4V8h16v9h-3M7 14h10v6.500H7z");
export const IconSearch = icon("M10.500 17a6.500 6.500 0 100-13 6.500 6.500 0 000 13zM15.500 15.500L21 21", 2.4);
export const IconLock = icon("M6 11h12v9.500H6zM8.500 11V8a3.500 3.500 0 017 0v3");
export const IconSettings = icon("M4 7h9M18 7h2M4 17h2M11 17h9M15.500 9.500a2.500 2.500 0 100-5 2.500 2.500 0 000 5zM8.500 19.500a2.500 2.500 0 100-5 2.500 2.500 0 000 5z");
export const IconUndo = icon("M9 6L4.500 10.500 9 15M5 10.500h9a5 5 0 010 10h-3", 2.4);
export const IconSpeak = icon("M4 9.500h3.500L12 5.500v13l-4.500-4H4zM15.500 9a4 4 0 010 6M18.500 6.500a8 8 0 010 11");
