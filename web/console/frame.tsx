import { effect } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Today } from "#core/console/wire.ts";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { Toast } from "#web/shared/controls/Toast.tsx";
import { css } from "#web/shared/controls/class-signs.ts";
import { route } from "#web/shared/route.ts";
import { Account } from "./enter/account.tsx";
import { connected } from "./live.ts";
import { useLoaded } from "./loaded.tsx";
import { drop, refused, unsent } from "./pending.ts";
import { roleWord, SECTIONS, SECTION_WORDS, type Section } from "./roles.ts";
import { choose, me, membership, signOut, turnLanguage } from "./session.ts";
import { t } from "./texts.ts";
import { said } from "./toast.ts";
import { alarmed, forget, notice } from "./today/alarm.ts";
import { t as today } from "./today/texts.ts";
import { TodayPage } from "./today/today.tsx";
import { Mothers } from "./mother/mothers.tsx";
import { Story } from "./mother/story.tsx";
import { KaderList } from "./kader-pages/kader-list.tsx";
import { KaderPage } from "./kader-pages/kader-page.tsx";
import { Roster } from "./kader-pages/roster.tsx";
import { Cards } from "./kader-pages/cards.tsx";
import { Overview } from "./admin/overview.tsx";
import { Sites } from "./admin/sites.tsx";
import { People } from "./admin/people.tsx";
import { Rules } from "./rules/rules.tsx";
import { called } from "./words.ts";

type Place = { readonly section: Section; readonly main: ComponentChildren; readonly story?: ComponentChildren };
type Counts = Partial<Record<Section, number>>;

/** The console of one role: sections on the left, a list in the middle, a story on the right. */
export const Frame = (): JSX.Element => (membership.value?.role === "midwife" ? <MidwifeFrame /> : <Laid place={placeOf()} counts={{}} />);

/** The midwife's day is watched on every page: the bell, the title and the number beside "Hari ini". */
const MidwifeFrame = (): JSX.Element => {
  const held = useLoaded<Today>("/api/console/today");
  useEffect(() => {
    forget();
    return effect(() => {
      const { value } = held.loaded.value;
      if (value !== null) notice(value.referrals);
    });
  }, [held]);
  const day = held.loaded.value.value;
  const waiting = day?.referrals.length ?? 0;
  useEffect(() => {
    document.title = `${alarmed.value === null ? "" : "▲ "}${waiting > 0 ? `(${waiting}) ` : ""}${t("product")}`;
  }, [waiting, alarmed.value]);
  const [section, first, second] = route.value;
  const counts: Counts = { "hari-ini": waiting, ...(day !== null && { ibu: day.mothers, kader: day.kader }) };
  if ((section ?? "hari-ini") !== "hari-ini") return <Laid place={placeOf()} counts={counts} />;
  const chosen = day?.referrals.find((one) => one.referral === first);
  const mother = chosen?.stream.slice("mother:".length) ?? second;
  return (
    <Laid counts={counts} place={{
      section: "hari-ini",
      main: <TodayPage of={held} selected={first ?? null} />,
      ...(mother !== undefined && { story: <Story key={mother} mother={mother} referral={first ?? null} closeTo="#/hari-ini" /> }),
    }} />
  );
};

function placeOf(): Place {
  const sections = SECTIONS[membership.value?.role ?? "kader"];
  const [asked, first, second] = route.value;
  const section = sections.find((one) => one === asked) ?? sections[0] ?? "akun";
  switch (section) {
    case "ibu":
      return { section, main: <Mothers selected={first ?? null} />, ...(first !== undefined && { story: <Story key={first} mother={first} referral={second ?? null} closeTo="#/ibu" /> }) };
    case "kader":
      if (first === "impor" && membership.value?.role === "lead") return { section, main: <Roster /> };
      if (first === "kartu") return { section, main: <Cards persons={(second ?? "").split(",").filter(Boolean)} /> };
      return { section, main: <KaderList selected={first ?? null} />, ...(first !== undefined && { story: <KaderPage key={first} person={first} /> }) };
    case "ringkasan":
      return { section, main: <Overview /> };
    case "tempat":
      return { section, main: <Sites /> };
    case "orang":
      return { section, main: <People /> };
    case "aturan":
      return { section, main: <Rules selected={first ?? null} /> };
    case "akun":
    case "hari-ini":
      return { section: "akun", main: <Account /> };
    default:
      return section satisfies never;
  }
}

const Laid = ({ place, counts }: { place: Place; counts: Counts }): JSX.Element => {
  // Another section begins at its top; on a phone a story does too, since it takes the place of the list.
  const isPhone = matchMedia("(max-width: 56rem)").matches;
  useEffect(() => {
    scrollTo(0, 0);
    document.querySelector(".side [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [place.section, isPhone && route.value.join("/")]);
  return <div class={css("console", place.story !== undefined && "with-story")}>
    <Side section={place.section} counts={counts} />
    <main class="main">
      <Notices />
      {place.main}
      <NoPasswordYet />
    </main>
    {place.story}
    <div class="console-toast"><Toast text={said.value?.text ?? null} undo={said.value?.undo && { label: said.value.undo.label, onUndo: () => (said.value?.undo?.onUndo(), undefined) }} onGone={() => (said.value = null)} /></div>
  </div>;
};

const Side = ({ section, counts }: { section: Section; counts: Counts }): JSX.Element => {
  const mine = membership.value;
  const leave = (): void => {
    if (unsent.value === 0 || confirm(t("leaveUnsent"))) void signOut();
  };
  return (
    <nav class="side no-print" aria-label={t("sections")}>
      <span class="side-name">{t("product")}</span>
      {SECTIONS[mine?.role ?? "kader"].map((one) => (
        <a key={one} href={`#/${one}`} aria-current={one === section ? "page" : undefined}>{t(SECTION_WORDS[one])}{counts[one] !== undefined && counts[one] > 0 && <b>{counts[one]}</b>}</a>
      ))}
      <div class="side-foot">
        <b>{mine?.siteName ?? mine?.programmeName}</b>
        <br />
        {me.value?.name} · {mine === null ? "" : roleWord(mine.role)}
        {mine?.demo === true && <><br /><span class="side-demo">{t("demo")}</span></>}
        <span class="side-tools">
          {((me.value?.memberships.length ?? 0) > 1 || mine?.role === "operator") && <button type="button" onClick={() => choose(null)}>{t("change")}</button>}
          <button type="button" lang={t("language") === "English" ? "en" : "id"} onClick={turnLanguage}>{t("language")}</button>
          <button type="button" onClick={leave}>{t("signOut")}</button>
        </span>
      </div>
    </nav>
  );
};

/** She came by a link and has no other way in yet. */
const NoPasswordYet = (): JSX.Element | null => {
  const isHome = route.value.length === 0 || HOMES.has(route.value[0] ?? "");
  if (me.value?.hasPassword !== false || !isHome) return null;
  return <div class="notices later no-print"><Banner kind="info" title={t("passwordFirst")} action={<a class="btn line low fit" href="#/akun">{t("passwordSet")}</a>} /></div>;
};

const HOMES: ReadonlySet<string> = new Set(["hari-ini", "ringkasan"]);

/** What every page must say: a new urgent referral, what has not arrived, what was refused, and how to come back. */
const Notices = (): JSX.Element => {
  const urgent = alarmed.value;
  return (
    <div class="notices no-print">
      <div role="alert">
        {urgent !== null && (
          <div class="alarm"><b>▲ {today("newUrgent", { name: called(urgent.calledBy ?? urgent.name) })}</b><a class="btn now low fit" href={`#/hari-ini/${urgent.referral}`} onClick={() => (alarmed.value = null)}>{today("open")}</a></div>
        )}
      </div>
      {unsent.value > 0 && !connected.value && <Banner kind="offline" title={t("waitingOne", { count: unsent.value })} />}
      {refused.value.map(({ entry }) => <Banner key={entry.id} kind="refused" title={t("refusedTitle")} action={<Button kind="line" low fit onClick={() => drop(entry.id)}>{t("refusedDrop")}</Button>}>{t("refusedText")}</Banner>)}
    </div>
  );
};
