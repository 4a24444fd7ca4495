import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { ApiError, post } from "../api.ts";
import { load, me } from "../session.ts";
import { t } from "../texts.ts";
import { Field } from "./sign-in.tsx";

const ERRORS = ["too-short", "too-long", "too-easy", "name-taken", "name-broken", "old-needed"] as const;

/** User name and password of one's own account. */
export const Account = (): JSX.Element => {
  const who = me.value;
  const [name, setName] = useState(who?.username ?? "");
  const [password, setPassword] = useState("");
  const [old, setOld] = useState("");
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<{ readonly ok: boolean; readonly text: string } | null>(null);
  const asksOld = who !== null && who.hasPassword;
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      await post("/api/account/password", { name: name.trim(), password, old: old === "" ? null : old });
      setOutcome({ ok: true, text: t("passwordSaved") });
      setPassword("");
      setOld("");
      await load();
    } catch (failure) {
      const known = ERRORS.find((one) => failure instanceof ApiError && failure.code === one);
      setOutcome({ ok: false, text: known === undefined ? t("failedText") : t(`error.${known}`) });
    }
    setBusy(false);
  };
  return (
    <>
      <div class="main-head"><div><h1>{t("passwordTitle")}</h1><small>{t("passwordIntro")}</small></div></div>
      <form class="form sheet" onSubmit={(event) => (event.preventDefault(), void save())}>
        <div aria-live="polite">{outcome !== null && <Banner kind={outcome.ok ? "info" : "refused"} title={outcome.text} />}</div>
        <Field label={t("name")} value={name} onValue={setName} autocomplete="username" />
        {asksOld && <Field label={t("passwordOld")} value={old} onValue={setOld} autocomplete="current-password" secret />}
        <Field label={t("passwordNew")} hint={t("passwordNewHint")} value={password} onValue={setPassword} autocomplete="new-password" secret />
        <div class="form-actions"><Button fit type="submit" busy={busy} disabled={name.trim() === "" || password === ""}>{t("passwordSave")}</Button></div>
      </form>
    </>
  );
};
