import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import { byNeed, standing, type Card as MotherCard, type Standing } from "#core/care/today.ts";
import { streamSubject } from "#core/ledger/entry.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { Card } from "#web/shared/controls/Card.tsx";
import { Empty } from "#web/shared/controls/Empty.tsx";
import { IconPlus } from "#web/shared/controls/icons.tsx";
import { AppBar, Screen } from "#web/shared/controls/Screen.tsx";
import { goTo } from "#web/shared/route.ts";
import { device, siteZone } from "#web/kader/shell/device.ts";
import { lazily } from "#web/kader/shell/lazy.tsx";
import { calledName, initials } from "#web/kader/shell/mother-name.ts";
import { Sync } from "#web/kader/shell/sync.tsx";
import { MainTabs } from "#web/kader/shell/tabs.tsx";
import { t as shell } from "#web/kader/shell/texts.ts";
import { useMinute } from "#web/kader/shell/use-minute.ts";
import { longDate } from "#web/kader/shell/when.ts";
import { Notices } from "./notices.tsx";
import { standingText, urgencyTag, whoText } from "#web/kader/shell/standing-text.ts";
import { t } from "./texts.ts";
import { useDrafts, useUnsentReferrals } from "#web/kader/shell/waiting-here.ts";

type Stood = { readonly card: MotherCard; readonly stand: Standing };

const Search = lazily(() => import("./search.tsx").then((module) => module.Search), () => <></>);

/** A search is worth its place from so many mothers on. */
const MANY = 9;

export const Today = (): JSX.Element => {
  const now = useMinute();
  const zone = siteZone();
  const cards = device.cards.value;
  const stood = useMemo(() => [...cards].sort(byNeed(now, zone)).map((card): Stood => ({ card, stand: standing(card, now, zone) })), [cards, now, zone]);
  const [sought, setSought] = useState("");
  const drafts = useDrafts();
  const shown = stood.filter(({ card }) => `${card.name} ${card.calledBy ?? ""}`.toLowerCase().includes(sought.trim().toLowerCase()));
  const [active, done] = [shown.filter((one) => !isDone(one)), shown.filter(isDone)];
  const waiting = stood.filter(({ stand }) => stand.urgency === "now" || stand.urgency === "today").length;
  const date = longDate(now);
  return (
    <Screen
      bar={<AppBar title={t("title")} heading sub={device.person.value?.demo ? shell("demo") : undefined} end={<Sync />} />}
      actions={<Button icon={<IconPlus size={22} />} onClick={() => goTo("daftar-ibu")}>{t("addMother")}</Button>}
      tabs={<MainTabs current="mothers" />}
    >
      <Notices when="urgent" />
      {cards.length === 0 ? <Empty title={t("emptyTitle")} text={t("emptyText")} /> : (
        <>
          <small>{waiting === 0 ? t("waitingNone", { date }) : t("waitingSome", { date, count: waiting })}</small>
          {shown.length === 0 && <p>{t("searchNone")}</p>}
          <Mothers stood={active} drafts={drafts} />
          {cards.length >= MANY && <Search sought={sought} onSought={setSought} />}
          {done.length > 0 && (
            <details class="more" open={sought !== ""}>
              <summary>{t("doneMothers", { count: done.length })}</summary>
              <Mothers stood={done} drafts={drafts} />
            </details>
          )}
        </>
      )}
      {drafts.has("register") && <Card title={t("registerDraft")} sub={t("registerDraftText")} href="#/daftar-ibu" />}
      <Notices when="calm" />
    </Screen>
  );
};

/** Ended and nothing waits for anybody any more. */
const isDone = ({ card, stand }: Stood): boolean => stand.urgency === "fine" && (stand.waitingFor === "closed" || card.consent === "withdrawn");

const Mothers = (props: { stood: readonly Stood[]; drafts: ReadonlySet<string> }): JSX.Element => {
  const unsent = useUnsentReferrals(props.stood.map(({ card }) => card));
  return (
    <ul class="plain stack" aria-label={t("list")}>
      {props.stood.map(({ card, stand }) => {
        const mother = streamSubject(card.stream);
        const sent = stand.referral !== undefined && unsent.has(stand.referral) ? "unsent" : "sent";
        return (
          <li key={card.stream}>
            <Card
              title={calledName(card)}
              face={initials(card)}
              href={`#/ibu/${mother}`}
              tag={isDone({ card, stand }) ? undefined : urgencyTag(stand.urgency)}
              sub={<>{props.drafts.has(`visit:${mother}`) ? `${t("draft")} · ` : ""}{standingText(card, stand, sent)}<br />{whoText(card)}</>}
            />
          </li>
        );
      })}
    </ul>
  );
};
