import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { classCss, css, type ClassName } from "./class-signs.ts";
import { IconBack } from "./icons.tsx";

interface ScreenProps {
  bar?: ComponentChildren;
  steps?: ComponentChildren;
  /** Buttons under the thumb, the main one last. */
  actions?: ComponentChildren;
  tabs?: ComponentChildren;
  /** A toast; it appears just above the actions. */
  toast?: ComponentChildren;
  /** Colours the whole screen: only SEGERA does. */
  tone?: ClassName | undefined;
  children: ComponentChildren;
}

/** A phone's screen: the bar, the steps and the foot stay, the body scrolls with the page. */
export const Screen = (props: ScreenProps): JSX.Element => (
  <div class={css("screen", classCss(props.tone))}>
    {props.bar}
    <main class="page">
      {props.steps}
      <div class="body">{props.children}</div>
      {(props.actions || props.tabs || props.toast) && (
        <div class="foot">
          {props.toast}
          {props.actions && <div class="actions">{props.actions}</div>}
          {props.tabs}
        </div>
      )}
    </main>
  </div>
);

interface AppBarProps {
  title: string;
  /** A list or start page has its heading here; a question screen has it in the body. */
  heading?: boolean;
  sub?: string | undefined;
  back?: { label: string; onBack: () => void } | undefined;
  end?: ComponentChildren;
}

export const AppBar = (props: AppBarProps): JSX.Element => (
  <header class="appbar">
    {props.back && (
      <button type="button" class="appbar-back" aria-label={props.back.label} onClick={props.back.onBack}>
        <IconBack />
      </button>
    )}
    <div class="appbar-title">
      {props.heading ? <h1>{props.title}</h1> : <small>{props.title}</small>}
      {props.sub && <small>{props.sub}</small>}
    </div>
    {props.end && <div class="appbar-end">{props.end}</div>}
  </header>
);

/** `now` counts from 1. `label` is read aloud: "Langkah 3 dari 11". */
export const Steps = (props: { now: number; of: number; label: string }): JSX.Element => (
  <div class="steps" role="progressbar" aria-label={props.label} aria-valuenow={props.now} aria-valuemin={0} aria-valuemax={props.of} aria-valuetext={props.label}>
    {Array.from({ length: props.of }, (_, at) => <i key={at} class={at < props.now ? "on" : ""} />)}
  </div>
);

/** The heading of a one-question screen. It takes the focus when it appears, so that a screen reader starts there. */
export const Question = (props: { id: string; children: ComponentChildren; hint?: ComponentChildren }): JSX.Element => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [props.id]);
  return (
    <div>
      <h1 id={props.id} tabIndex={-1} ref={heading}>{props.children}</h1>
      {props.hint && <p class="small">{props.hint}</p>}
    </div>
  );
};

export interface Tab {
  key: string;
  label: string;
  icon: ComponentChildren;
  href: string;
  count?: number | undefined;
}

export const Tabs = (props: { label: string; tabs: readonly Tab[]; current: string }): JSX.Element => (
  <nav class="tabs" aria-label={props.label}>
    {props.tabs.map((tab) => (
      <a key={tab.key} class="tab" href={tab.href} aria-current={tab.key === props.current ? "page" : undefined}>
        {tab.icon}
        <span>{tab.label}</span>
        {tab.count ? <b>{tab.count}</b> : null}
      </a>
    ))}
  </nav>
);
