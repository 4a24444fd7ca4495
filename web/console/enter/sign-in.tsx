import type { ComponentChildren, JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { ApiError, post } from "../api.ts";
import { load, turnLanguage } from "../session.ts";
import { t } from "../texts.ts";
import { span } from "../words.ts";

/** The pages before one is in: a name, one card, the language. */
export const Entrance = (props: { title: string; children: ComponentChildren }): JSX.Element => (
  <div class="console entrance">
    <main class="entrance-card">
      <div class="spread"><b class="entrance-name">{t("product")}</b><Button kind="text" low fit onClick={turnLanguage}>{t("language")}</Button></div>
      <h1>{props.title}</h1>
      {props.children}
    </main>
  </div>
);

const LINK = /^#masuk=([\w-]{20,100})$/;
/** The token of a sign-in link, if the address carries one. */
export const offeredToken = (): string | null => LINK.exec(location.hash)?.[1] ?? null;

const Shared = (props: { shared: boolean; onShared: (shared: boolean) => void }): JSX.Element => (
  <label class="check"><input type="checkbox" checked={props.shared} onChange={(event) => props.onShared(event.currentTarget.checked)} /><span>{t("shared")}<br /><small>{t("sharedHint")}</small></span></label>
);

/** A tap uses the link, never the mere opening: a messenger's preview would use it up. */
export const ByLink = ({ token, onLeave }: { token: string; onLeave: () => void }): JSX.Element => {
  const [shared, setShared] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const enter = async (): Promise<void> => {
    setBusy(true);
    try {
      await post("/api/account/link", { token, shared });
      await load();
      onLeave();
    } catch (failure) {
      setError(failure instanceof ApiError && failure.status === 401 ? t("linkUnknown") : t("failedText"));
    }
    setBusy(false);
  };
  return (
    <Entrance title={t("linkTitle")}>
      <p>{t("linkIntro")}</p>
      <div aria-live="assertive">{error !== null && <Banner kind="refused" title={error} />}</div>
      <Shared shared={shared} onShared={setShared} />
      <Button busy={busy} onClick={() => void enter()}>{t("linkUse")}</Button>
      <Button kind="text" onClick={onLeave}>{t("toPassword")}</Button>
    </Entrance>
  );
};

export const ByPassword = (): JSX.Element => {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [shared, setShared] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const enter = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await post("/api/account/sign-in", { name: name.trim(), password, shared });
      await load();
    } catch (failure) {
      if (failure instanceof ApiError && failure.code === "wait") setError(t("wait", { time: span(Math.max(60, failure.seconds ?? 60) * 1000) }));
      else setError(failure instanceof ApiError && failure.status === 401 ? t("wrong") : t("failedText"));
    }
    setBusy(false);
  };
  return (
    <Entrance title={t("signInTitle")}>
      <p>{t("signInIntro")}</p>
      <form class="stack" onSubmit={(event) => (event.preventDefault(), void enter())}>
        <div aria-live="assertive">{error !== null && <Banner kind="refused" title={error} />}</div>
        <Field label={t("name")} value={name} onValue={setName} autocomplete="username" />
        <Field label={t("password")} value={password} onValue={setPassword} autocomplete="current-password" secret />
        <Shared shared={shared} onShared={setShared} />
        <Button type="submit" busy={busy} disabled={name.trim() === "" || password === ""}>{t("signIn")}</Button>
      </form>
      <small>{t("noPassword")}</small>
    </Entrance>
  );
};

type FieldProps = { label: string; hint?: string; value: string; onValue: (value: string) => void; autocomplete: "username" | "current-password" | "new-password"; secret?: boolean };

/** Named so that the browser's own keeper of passwords finds its way. */
export const Field = (props: FieldProps): JSX.Element => {
  const id = useId();
  const shared = { id, "aria-describedby": props.hint === undefined ? undefined : `${id}-hint`, value: props.value };
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {props.secret === true
        ? <input type="password" autocomplete={props.autocomplete} {...shared} onInput={(event) => props.onValue(event.currentTarget.value)} />
        : <input type="text" autocomplete={props.autocomplete} autocapitalize="none" spellcheck={false} {...shared} onInput={(event) => props.onValue(event.currentTarget.value)} />}
      {props.hint !== undefined && <small id={`${id}-hint`}>{props.hint}</small>}
    </div>
  );
};
