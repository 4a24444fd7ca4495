import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { Card } from "#web/shared/controls/Card.tsx";
import { TextField } from "#web/shared/controls/NumberField.tsx";
import { post } from "../api.ts";
import { choose, load, me, signOut } from "../session.ts";
import { roleWord } from "../roles.ts";
import { t } from "../texts.ts";
import { Entrance } from "./sign-in.tsx";

/** Where several programmes or roles are hers; the first programme of an empty server; or nothing yet. */
export const Choose = (): JSX.Element => {
  const [making, setMaking] = useState(false);
  const who = me.value;
  const memberships = who?.memberships ?? [];
  const mayMake = who?.founder === true || memberships.some((one) => one.role === "operator");
  if (mayMake && (making || memberships.length === 0)) return <MakeProgramme first={memberships.length === 0} onCancel={() => setMaking(false)} />;
  return (
    <Entrance title={t(memberships.length === 0 ? "noneTitle" : "chooseTitle")}>
      {memberships.length === 0 && <p>{t("noneText")}</p>}
      {memberships.map((one) => <Card key={one.as} title={one.programmeName} sub={[roleWord(one.role), one.siteName, one.demo ? t("demo") : null].filter(Boolean).join(" · ")} onOpen={() => choose(one)} />)}
      {mayMake && <Button kind="line" onClick={() => setMaking(true)}>{t("newProgramme")}</Button>}
      <Button kind="text" onClick={() => void signOut()}>{t("signOut")}</Button>
    </Entrance>
  );
};

const MakeProgramme = (props: { first: boolean; onCancel: () => void }): JSX.Element => {
  const [facts, setFacts] = useState({ name: "", permits: "", hosts: "", runs: "" });
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const make = async (): Promise<void> => {
    setBusy(true);
    setFailed(false);
    try {
      const filled = Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, value.trim()]).filter(([, value]) => value !== ""));
      const { as } = await post<{ as: string }>("/api/console/programmes", filled);
      await load();
      choose(me.value?.memberships.find((one) => one.as === as) ?? null);
    } catch {
      setFailed(true);
    }
    setBusy(false);
  };
  return (
    <Entrance title={t(props.first ? "foundTitle" : "newProgramme")}>
      <p>{t("foundIntro")}</p>
      <form class="stack" onSubmit={(event) => (event.preventDefault(), void make())}>
        {failed && <Banner kind="offline" title={t("failedTitle")}>{t("failedText")}</Banner>}
        <TextField label={t("foundName")} hint={t("foundNameHint")} required text={facts.name} onText={(name) => setFacts({ ...facts, name })} />
        <TextField label={t("foundPermits")} hint={t("optional")} text={facts.permits} onText={(permits) => setFacts({ ...facts, permits })} />
        <TextField label={t("foundHosts")} hint={t("optional")} text={facts.hosts} onText={(hosts) => setFacts({ ...facts, hosts })} />
        <TextField label={t("foundRuns")} hint={t("optional")} text={facts.runs} onText={(runs) => setFacts({ ...facts, runs })} />
        <Button type="submit" busy={busy} disabled={facts.name.trim() === ""}>{t("foundMake")}</Button>
        {!props.first && <Button kind="line" onClick={props.onCancel}>{t("cancel")}</Button>}
      </form>
    </Entrance>
  );
};
