import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { phoneNumber, spokenNumber } from "#core/care/phone-number.ts";
import { PLACE_KINDS } from "#core/programme/entries.ts";
import type { Place, Site } from "#core/programme/programme-view.ts";
import type { JsonObject } from "#core/ledger/json.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { TextField } from "#web/shared/controls/NumberField.tsx";
import { newId, tell } from "../pending.ts";
import { membership } from "../session.ts";
import { t as frame } from "../texts.ts";
import { sayOnly } from "../toast.ts";
import { t } from "./texts.ts";

const TIMEZONES = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] as const;

type Draft = { readonly key: string; readonly kind: Place["kind"]; readonly name: string; readonly phone: string; readonly hours: string; readonly way: string };

const draftOf = (place: Place): Draft => ({ key: newId(), kind: place.kind, name: place.name, phone: place.phone === undefined ? "" : spokenNumber(place.phone), hours: place.hours ?? "", way: place.way ?? "" });
const emptyPlace = (kind: Place["kind"]): Draft => ({ key: newId(), kind, name: "", phone: "", hours: "", way: "" });

/** E.164, or a short number as it is (119, 112); null where it can be neither. */
export function placePhone(text: string): string | null {
  const digits = text.replaceAll(/[\s-]/g, "");
  return /^1\d{2,4}$/.test(digits) ? digits : phoneNumber(text);
}

/** A site with whom to call and where to go, as the kader's phone shows it when somebody must go now. */
export const SiteForm = (props: { site: Site | null; saidBy: readonly string[]; onDone: () => void }): JSX.Element => {
  const { site } = props;
  const [name, setName] = useState(site?.name ?? "");
  const [address, setAddress] = useState(site?.address ?? "");
  const [timezone, setTimezone] = useState(site?.timezone ?? "Asia/Jakarta");
  const [places, setPlaces] = useState<readonly Draft[]>(site === null ? [emptyPlace("midwife"), emptyPlace("hospital")] : site.places.map(draftOf));
  const [tried, setTried] = useState(false);
  const filled = places.filter((one) => `${one.name}${one.phone}${one.hours}${one.way}`.trim() !== "");
  const isBad = (one: Draft): boolean => one.name.trim() === "" || (one.phone.trim() !== "" && placePhone(one.phone) === null);
  const change = (key: string, part: Partial<Draft>): void => setPlaces(places.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const raise = (at: number): void => setPlaces(places.map((one, n) => (n === at - 1 ? (places[at] ?? one) : n === at ? (places[at - 1] ?? one) : one)));

  const save = async (): Promise<void> => {
    setTried(true);
    if (name.trim() === "" || filled.some(isBad)) return;
    const body: JsonObject = {
      site: site?.site ?? newId(),
      name: name.trim(),
      timezone,
      ...(address.trim() !== "" && { address: address.trim() }),
      places: filled.map((one) => ({ kind: one.kind, name: one.name.trim(), ...(one.phone.trim() !== "" && { phone: placePhone(one.phone) }), ...(one.hours.trim() !== "" && { hours: one.hours.trim() }), ...(one.way.trim() !== "" && { way: one.way.trim() }) })),
    };
    await tell({ stream: `programme:${membership.value?.programme ?? ""}`, type: "site.described", body, replaces: props.saidBy });
    sayOnly(t("saved"));
    props.onDone();
  };

  return (
    <form class="form sheet" noValidate onSubmit={(event) => (event.preventDefault(), void save())}>
      <TextField label={t("siteName")} hint={t("siteNameHint")} required error={tried && name.trim() === "" ? t("nameNeeded") : undefined} text={name} onText={setName} />
      <div class="form-two">
        <TextField label={t("address")} hint={frame("optional")} text={address} onText={setAddress} />
        <label class="field"><span class="legend">{t("timezone")}</span><select value={timezone} onChange={(event) => setTimezone(event.currentTarget.value)}>{TIMEZONES.map((one) => <option key={one} value={one}>{t(`timezone.${one}`)}</option>)}</select></label>
      </div>
      <fieldset class="stack">
        <legend class="legend">{t("places")}</legend>
        <small>{t("placesHint")}</small>
        {places.map((one, at) => (
          <div key={one.key} class="panel place">
            <div class="spread">
              <label class="field"><span class="sr">{t("kind")}</span><select value={one.kind} onChange={(event) => change(one.key, { kind: event.currentTarget.value as Place["kind"] })}>{PLACE_KINDS.map((kind) => <option key={kind} value={kind}>{t(`kind.${kind}`)}</option>)}</select></label>
              <span class="place-tools">
                {at > 0 && <button type="button" class="chip" aria-label={t("up", { name: one.name || t(`kind.${one.kind}`) })} onClick={() => raise(at)}>↑</button>}
                <button type="button" class="chip" aria-label={t("removePlace", { name: one.name || t(`kind.${one.kind}`) })} onClick={() => setPlaces(places.filter((other) => other !== one))}>✕</button>
              </span>
            </div>
            <div class="form-two">
              <TextField label={t("placeName")} error={tried && filled.includes(one) && one.name.trim() === "" ? t("nameNeeded") : undefined} text={one.name} onText={(text) => change(one.key, { name: text })} />
              <TextField label={t("phone")} type="tel" hint={t("phoneHint")} error={tried && one.phone.trim() !== "" && placePhone(one.phone) === null ? t("phoneBroken") : undefined} text={one.phone} onText={(text) => change(one.key, { phone: text })} />
              <TextField label={t("hours")} hint={t("hoursHint")} text={one.hours} onText={(text) => change(one.key, { hours: text })} />
              <TextField label={t("way")} hint={t("wayHint")} text={one.way} onText={(text) => change(one.key, { way: text })} />
            </div>
          </div>
        ))}
        <Button kind="line" low fit disabled={places.length >= 20} onClick={() => setPlaces([...places, emptyPlace("clinic")])}>{t("addPlace")}</Button>
      </fieldset>
      <div class="form-actions"><Button fit type="submit">{frame("save")}</Button><Button fit kind="line" onClick={props.onDone}>{frame("cancel")}</Button></div>
    </form>
  );
};
