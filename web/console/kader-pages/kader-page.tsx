import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { spokenNumber, phoneNumber } from "#core/care/phone-number.ts";
import { CATALOGUE } from "#core/catalogue.ts";
import type { EnrolmentCard, KaderDevice } from "#core/console/wire.ts";
import type { Received } from "#core/ledger/entry.ts";
import { foldStream, replacedBy } from "#core/ledger/fold.ts";
import type { JsonObject } from "#core/ledger/json.ts";
import { clearanceAt, type KaderView } from "#core/training/kader-view.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { Dialog } from "#web/shared/controls/Dialog.tsx";
import { IconBack, IconClose, IconPhone } from "#web/shared/controls/icons.tsx";
import { ApiError, post } from "../api.ts";
import { Show, useLoaded } from "../loaded.tsx";
import { now } from "../now.ts";
import { tell } from "../pending.ts";
import { role } from "../session.ts";
import { t as frame } from "../texts.ts";
import { say, sayOnly } from "../toast.ts";
import { day, moment } from "../words.ts";
import { faultOf, KaderFields, type KaderFacts } from "./add-kader.tsx";
import { Clearance } from "./clearance.tsx";
import { Card } from "./cards.tsx";
import { kaderEvents } from "./kader-events.ts";
import { t } from "./texts.ts";

export type KaderStory = { readonly view: KaderView; readonly entries: readonly Received[]; readonly devices: readonly KaderDevice[]; readonly mothers: number; readonly names: Readonly<Record<string, string>> };

/** One kader on the right: clearance, phone, data, and what happened. */
export const KaderPage = ({ person }: { person: string }): JSX.Element => {
  const held = useLoaded<KaderStory>(`/api/console/kader/${person}`);
  return (
    <aside class="story" aria-label={t("title")}>
      <a class="story-back no-print" href="#/kader"><IconBack size={20} /><span>{t("close")}</span></a>
      <Show of={held} rows={5}>{(story) => <Told person={person} story={story} again={held.again} />}</Show>
    </aside>
  );
};

const Told = ({ person, story, again }: { person: string; story: KaderStory; again: () => void }): JSX.Element => {
  const { view } = story;
  const [open, setOpen] = useState<"edit" | "leave" | null>(null);
  return (
    <>
      <header class="story-head">
        <div class="spread"><h2>{view.name}</h2><a class="story-close no-print" href="#/kader" aria-label={t("close")}><IconClose size={20} /></a></div>
        <small>{[view.posyandu, view.area, view.bornInYear === undefined ? "" : t("born", { year: view.bornInYear }), view.left ? t("left") : ""].filter(Boolean).join(" · ")}</small>
        {view.phone !== undefined && <a href={`tel:${view.phone}`}><IconPhone size={14} /> {t("call")} {spokenNumber(view.phone)}</a>}
      </header>
      <Clearance view={view} clearance={clearanceAt(view, now.value)} />
      <Phones person={person} story={story} again={again} />
      <section class="panel">
        <div class="spread"><b>{t("details")}</b><Button kind="text" low fit onClick={() => setOpen("edit")}>{t("edit")}</Button></div>
        {view.practices > 0 && <small>{t("practices", { count: view.practices })}</small>}
        {!view.left && <Button kind="line" low onClick={() => setOpen("leave")}>{t("leave")}</Button>}
      </section>
      <h3>{t("history")}</h3>
      <ol class="timeline">
        {kaderEvents(story).map((event) => <li key={event.key}><b>{moment(event.at, now.value)} · {event.title}</b>{event.detail !== "" && <span class="small ink">{event.detail}</span>}<small>{event.who}</small></li>)}
      </ol>
      {open === "edit" && <Edit story={story} onClose={() => setOpen(null)} />}
      {open === "leave" && <Leave story={story} onClose={() => setOpen(null)} />}
    </>
  );
};

const Phones = ({ person, story, again }: { person: string; story: KaderStory; again: () => void }): JSX.Element => {
  const [card, setCard] = useState<EnrolmentCard | null>(null);
  const [ending, setEnding] = useState<KaderDevice | null>(null);
  const [busy, setBusy] = useState(false);
  const mayEnrol = role.value === "midwife" || story.mothers === 0;
  const enrol = async (): Promise<void> => {
    setBusy(true);
    try {
      const [made] = await post<EnrolmentCard[]>("/api/console/enrolments", { persons: [person] });
      setCard(made ?? null);
    } catch (failure) {
      sayOnly(failure instanceof ApiError && failure.code === "has-mothers" ? t("enrolLead") : frame("failedText"));
    }
    setBusy(false);
  };
  const end = async (device: string): Promise<void> => {
    setEnding(null);
    await post(`/api/console/devices/${device}/end-reading`, {}).then(() => sayOnly(t("ended")), () => sayOnly(frame("failedText")));
    again();
  };
  return (
    <section class="panel">
      <b>{t("phoneTitle")}</b>
      {story.devices.length === 0 && <small>{t("noPhone")}</small>}
      {story.devices.map((one) => (
        <div key={one.device} class="spread">
          <small>{t("device", { date: day(one.enrolledAt) })}<br />{one.readRevokedAt !== null ? t("deviceEnded", { date: day(one.readRevokedAt) }) : one.lastSeenAt === null ? t("never") : t("deviceSeen", { when: moment(one.lastSeenAt, now.value) })}</small>
          {role.value === "midwife" && one.readRevokedAt === null && <Button kind="line" low fit onClick={() => setEnding(one)}>{t("endReading")}</Button>}
        </div>
      ))}
      {!story.view.left && (mayEnrol
        ? <Button kind={story.devices.length === 0 ? "primary" : "line"} low busy={busy} onClick={() => void enrol()}>{t(story.devices.length === 0 ? "enrol" : "enrolAgain")}</Button>
        : <small>{t("enrolLead")}</small>)}
      {card !== null && <><p class="small">{t("enrolText")}</p><Card card={card} withLink /></>}
      {ending !== null && (
        <Dialog open title={t("endTitle")} onClose={() => setEnding(null)} actions={<><Button kind="stop" onClick={() => void end(ending.device)}>{t("endDo")}</Button><Button kind="line" onClick={() => setEnding(null)}>{frame("cancel")}</Button></>}><p>{t("endText")}</p></Dialog>
      )}
    </section>
  );
};

const Edit = ({ story, onClose }: { story: KaderStory; onClose: () => void }): JSX.Element => {
  const { view, entries } = story;
  const before: KaderFacts = { name: view.name, phone: view.phone === undefined ? "" : spokenNumber(view.phone), born: view.bornInYear === undefined ? "" : String(view.bornInYear), posyandu: view.posyandu ?? "", area: view.area ?? "", hasPhone: view.hasPhone ?? null };
  const [facts, setFacts] = useState(before);
  const [tried, setTried] = useState(false);
  const save = async (): Promise<void> => {
    setTried(true);
    const bad = faultOf(facts);
    if (facts.name.trim() === "" || bad.phone || bad.born) return;
    const typed = { name: facts.name.trim(), phone: facts.phone.trim() === "" ? null : phoneNumber(facts.phone), bornInYear: facts.born.trim() === "" ? null : Number(facts.born), posyandu: facts.posyandu.trim() || null, area: facts.area.trim() || null, hasPhone: facts.hasPhone };
    const was: Record<string, unknown> = { name: view.name, phone: view.phone ?? null, bornInYear: view.bornInYear ?? null, posyandu: view.posyandu ?? null, area: view.area ?? null, hasPhone: view.hasPhone ?? null };
    const changed = Object.entries(typed).filter(([key, value]) => value !== was[key]);
    if (changed.length > 0) {
      const state = foldStream(CATALOGUE, entries);
      await tell({ stream: view.stream, type: "kader.changed", body: Object.fromEntries(changed) as JsonObject, replaces: [...new Set(changed.flatMap(([key]) => replacedBy(state, `kader/${key}`)))] });
      sayOnly(frame("saved"));
    }
    onClose();
  };
  return (
    <Dialog open title={t("edit")} onClose={onClose} actions={<><Button onClick={() => void save()}>{frame("save")}</Button><Button kind="line" onClick={onClose}>{frame("cancel")}</Button></>}>
      <KaderFields facts={facts} fault={tried ? faultOf(facts) : { phone: false, born: false }} onFacts={setFacts} />
    </Dialog>
  );
};

const Leave = ({ story, onClose }: { story: KaderStory; onClose: () => void }): JSX.Element => {
  const { view, mothers } = story;
  const leave = async (): Promise<void> => {
    const entries = await tell({ stream: view.stream, type: "kader.left", body: { on: new Date(now.value).toISOString().slice(0, 10) } });
    onClose();
    say({ entries, stream: view.stream, text: t("leftNow", { name: view.name }), kept: t("kept"), undone: t("takenBack") });
  };
  return (
    <Dialog open title={t("leaveTitle", { name: view.name })} onClose={onClose} actions={<><Button kind="stop" disabled={mothers > 0} onClick={() => void leave()}>{t("leaveDo")}</Button><Button kind="line" onClick={onClose}>{frame("cancel")}</Button></>}>
      <p>{t("leaveText")}</p>
      {mothers > 0 && <p><b>{t("leaveMothers", { count: mothers })}</b></p>}
    </Dialog>
  );
};
