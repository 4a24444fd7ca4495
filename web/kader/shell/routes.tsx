import type { ComponentType, JSX } from "preact";
import { Button } from "#web/shared/controls/Button.tsx";
import { route } from "#web/shared/route.ts";
import { Today } from "#web/kader/today/today.tsx";
import { device } from "./device.ts";
import { lazily } from "./lazy.tsx";
import { Plain } from "./plain.tsx";
import { useScrollPlace } from "./scroll.ts";
import { t } from "./texts.ts";

const Register = lazily(() => import("#web/kader/register/register.tsx").then((module) => module.Register));
const Mother = lazily(() => import("#web/kader/mother/mother.tsx").then((module) => module.Mother));
const Change = lazily(() => import("#web/kader/register/change.tsx").then((module) => module.Change));
const Consent = lazily(() => import("#web/kader/register/consent-page.tsx").then((module) => module.ConsentPage));
const EndCare = lazily(() => import("#web/kader/mother/end-care.tsx").then((module) => module.EndCare));
const OpenCase = lazily(() => import("#web/kader/mother/open-case.tsx").then((module) => module.OpenCase));
const Settings = lazily(() => import("#web/kader/settings/settings.tsx").then((module) => module.Settings));
const Visit = lazily(() => import("#web/kader/visit/visit.tsx").then((module) => module.Visit));
const Referral = lazily(() => import("#web/kader/referral/referral.tsx").then((module) => module.ReferralPage));
const Session = lazily(() => import("#web/kader/session/session.tsx").then((module) => module.SessionPage));
const Practice = lazily(() => import("#web/kader/session/practice.tsx").then((module) => module.PracticePage));

const OF_A_MOTHER: Readonly<Record<string, ComponentType<{ mother: string }>>> = { ubah: Change, persetujuan: Consent, selesai: EndCare, keluhan: OpenCase, kunjungan: Visit, pijat: Session };

/** The screen of each address; an unknown one is the list of mothers. Keys make a screen start anew for another mother. */
export const Routes = (): JSX.Element => {
  const [page, mother, part, detail] = route.value;
  useScrollPlace(route.value.join("/"));
  if (page === "ibu" && mother !== undefined) {
    // A link may outlive the care.
    if (!device.cards.value.some((card) => card.stream === `mother:${mother}`)) return <NotHere />;
    if (part === "rujukan" && detail !== undefined) return <Referral key={detail} mother={mother} referral={detail} />;
    const Page = part === undefined ? Mother : OF_A_MOTHER[part];
    if (Page !== undefined) return <Page key={`${mother}/${part}`} mother={mother} />;
  }
  if (page === "daftar-ibu") return <Register />;
  if (page === "latihan") return <Practice />;
  if (page === "hp") return <Settings />;
  return <Today />;
};

const NotHere = (): JSX.Element => <Plain title={t("notFoundTitle")} text={t("notFoundText")} action={<Button href="#/">{t("toMothers")}</Button>} />;
