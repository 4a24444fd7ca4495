import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { spokenNumber } from "#core/care/phone-number.ts";
import type { ProgrammePage, SiteLine } from "#core/console/wire.ts";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { Empty } from "#web/shared/controls/Empty.tsx";
import { Show, useLoaded } from "../loaded.tsx";
import { membership, role } from "../session.ts";
import { SiteForm } from "./site-form.tsx";
import { t } from "./texts.ts";

/** Sites with their places. A midwife changes her own, lead and operator all. */
export const Sites = (): JSX.Element => {
  const held = useLoaded<ProgrammePage>("/api/console/programme");
  const [editing, setEditing] = useState<string | "new" | null>(null);
  const mayAdd = role.value === "lead" || role.value === "operator";
  const mayEdit = (site: SiteLine): boolean => mayAdd || (role.value === "midwife" && site.site === membership.value?.site);
  return (
    <>
      <div class="main-head">
        <div><h1>{t("sitesTitle")}</h1><small>{t("sitesIntro")}</small></div>
        {mayAdd && editing === null && <div class="main-tools"><Button low onClick={() => setEditing("new")}>{t("addSite")}</Button></div>}
      </div>
      <Show of={held}>
        {({ sites, saidBy }) => (
          <>
            {editing === "new" && <SiteForm site={null} saidBy={[]} onDone={() => setEditing(null)} />}
            {sites.length === 0 && editing === null && <Empty title={t("noSites")} text={t("noSitesText")} action={mayAdd ? <Button fit onClick={() => setEditing("new")}>{t("addSite")}</Button> : undefined} />}
            {sites.map((site) =>
              editing === site.site
                ? <SiteForm key={site.site} site={site} saidBy={saidBy[`site/${site.site}`] ?? []} onDone={() => setEditing(null)} />
                : <SiteCard key={site.site} site={site} onEdit={mayEdit(site) && editing === null ? () => setEditing(site.site) : null} />,
            )}
          </>
        )}
      </Show>
    </>
  );
};

const SiteCard = ({ site, onEdit }: { site: SiteLine; onEdit: (() => void) | null }): JSX.Element => (
  <section class="sheet stack">
    <div class="spread"><div><h2>{site.name}</h2><small>{[site.address, t(`timezone.${site.timezone}` as "timezone.Asia/Jakarta")].filter(Boolean).join(" · ")}</small></div>{onEdit !== null && <Button kind="quiet" low fit onClick={onEdit}>{t("editSite")}</Button>}</div>
    {!site.places.some((one) => one.kind === "midwife" && one.phone !== undefined) && <Banner kind="conflict" title={t("noMidwife")} />}
    <div class="table-frame">
      <table class="table">
        <tbody>
          {site.places.map((one) => (
            <tr key={`${one.kind} ${one.name}`}>
              <td>{t(`kind.${one.kind}`)}</td>
              <td><b>{one.name}</b>{one.way !== undefined && <><br /><small>{one.way}</small></>}</td>
              <td class="num">{one.phone === undefined ? <small>{t("noPhone")}</small> : <a href={`tel:${one.phone}`}>{spokenNumber(one.phone)}</a>}</td>
              <td>{one.hours ?? ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
);
