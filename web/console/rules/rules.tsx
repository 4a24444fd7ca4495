import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Rule } from "#core/triage/rule-book.ts";
import { CLASSES } from "#core/triage/class.ts";
import { CURRENT_BOOK } from "#content/rules/rule-book.ts";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { ClassTag } from "#web/shared/controls/ClassTag.tsx";
import { Empty } from "#web/shared/controls/Empty.tsx";
import { CLASS_SIGNS, css, type ClassName } from "#web/shared/controls/class-signs.ts";
import { SOURCES } from "#content/rules/sources.ts";
import { ruleWords } from "#web/shared/rule-words.ts";
import { t as day } from "../today/texts.ts";
import { tellCondition, type Told } from "./condition-text.ts";
import { t, type RulesKey } from "./texts.ts";

type Filter = ClassName | "all" | "massage";
const URGENT_FIRST = CLASSES.toReversed().filter((one) => one !== "LANJUT");

const flat = (told: Told): string => [told.text, ...told.parts.map(flat)].join(" ");

/** Every rule, to be read and questioned: what leads to it, to what it leads, and what it stands on. */
export const Rules = ({ selected }: { selected: string | null }): JSX.Element => {
  const [filter, setFilter] = useState<Filter>("all");
  const [search, setSearch] = useState("");
  useEffect(() => {
    if (selected !== null) document.getElementById(`rule-${selected}`)?.scrollIntoView({ block: "center" });
  }, [selected]);
  const plain = search.trim().toLowerCase();
  const fits = (rule: Rule): boolean => {
    if (filter === "massage" ? !rule.blocks : filter !== "all" && rule.class !== filter) return false;
    return plain === "" || `${rule.id} ${ruleWords(rule.id).reason} ${flat(tellCondition(rule.when))}`.toLowerCase().includes(plain);
  };
  const found = CURRENT_BOOK.rules.filter(fits);
  return (
    <>
      <div class="main-head"><div><h1>{t("title")}</h1><small>{t("intro", { version: CURRENT_BOOK.version })}</small></div><div class="main-tools"><Button kind="quiet" low onClick={() => print()}>{t("print")}</Button></div></div>
      {!CURRENT_BOOK.signed && <Banner kind="info" title={t("unsigned")}>{t("unsignedText")}</Banner>}
      <div class="filters">
        <label class="field"><small>{t("search")}</small><input type="search" value={search} onInput={(event) => setSearch(event.currentTarget.value)} /></label>
        <div class="chips">
          <button type="button" class="chip" aria-pressed={filter === "all"} onClick={() => setFilter("all")}>{t("filterAll")} <b class="num">{CURRENT_BOOK.rules.length}</b></button>
          {URGENT_FIRST.map((one) => <button key={one} type="button" class="chip" aria-pressed={filter === one} onClick={() => setFilter(one)}><span aria-hidden="true">{CLASS_SIGNS[one]}</span> {day(`class.${one}`)}</button>)}
          <button type="button" class="chip" aria-pressed={filter === "massage"} onClick={() => setFilter("massage")}>{t("filterMassage")}</button>
        </div>
      </div>
      {found.length === 0 && <Empty title={t("empty")} />}
      <div class="stack">{found.map((rule) => <OneRule key={rule.id} rule={rule} on={selected === rule.id} />)}</div>
    </>
  );
};

const OneRule = ({ rule, on }: { rule: Rule; on: boolean }): JSX.Element => {
  const words = ruleWords(rule.id);
  return (
    <article class={css("rule", on && "on")} id={`rule-${rule.id}`}>
      <div class="stack-tight">
        <b>{rule.id}</b>
        {rule.class === null ? <small>{t("none")}</small> : <ClassTag name={rule.class} text={day(`class.${rule.class}`)} />}
        {rule.whenComplete !== undefined && <small>{t("whenComplete", { class: day(`class.${rule.whenComplete}`) })}</small>}
        {rule.blocks && <small>✕ {t("blocks")}</small>}
      </div>
      <div class="stack-tight">
        <b>{words.reason}</b>
        <Condition told={tellCondition(rule.when)} />
        {words.say !== "" && (
          <details class="no-print">
            <summary>{t("kaderDoes")}</summary>
            {words.doNow.length > 0 && <ul>{words.doNow.map((step) => <li key={step}>{step}</li>)}</ul>}
            <p><small>{t("kaderSays")}</small><br />“{words.say}”</p>
          </details>
        )}
      </div>
      <div class="rule-ground">
        <b>{t("ground")}</b>
        {rule.evidence.map((note) => <small key={`${note.mark} ${note.of ?? ""}`}>{note.of !== undefined && `${t(`of.${note.of}`)}: `}{t(`mark.${note.mark}` as RulesKey)}</small>)}
        {rule.sources.length > 0 && <small>{t("sources")}{rule.sources.map((source) => <span key={source} class="rule-source">{SOURCES[source]?.title ?? source}</span>)}</small>}
      </div>
    </article>
  );
};

const Condition = ({ told }: { told: Told }): JSX.Element => (
  <div>
    <span>{told.text}</span>
    {told.parts.length > 0 && <ul>{told.parts.map((part, n) => <li key={n}>{part.parts.length === 0 ? part.text : <Condition told={part} />}</li>)}</ul>}
  </div>
);
