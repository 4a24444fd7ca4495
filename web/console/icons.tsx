import type { ComponentChildren, JSX } from "preact";

const Icon = ({ children }: { children: ComponentChildren }): JSX.Element => (
  <svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">{children}</svg>
);
export const IconBell = (): JSX.Element => <Icon><path d="M6 16v-5a6 6 0 0 1 12 0v5l1.500 2h-15zM10 21h4" /></Icon>;
export const IconBellOff = (): JSX.Element => <Icon><path d="M6 16v-5a6 6 0 0 1 9.500-4.900M18 12v4l1.500 2H8M10 21h4M4 4l16 16" /></Icon>;
