import type { JSX } from "preact";
import { spokenNumber } from "#core/care/phone-number.ts";
import type { Place } from "#core/programme/programme-view.ts";
import { AMBULANCE, callable, mapHref, telHref } from "#core/referral/reach.ts";
import { device } from "#web/kader/shell/device.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { Empty } from "#web/shared/controls/Empty.tsx";
import { IconMap, IconPhone } from "#web/shared/controls/icons.tsx";
import { AppBar, Question, Screen } from "#web/shared/controls/Screen.tsx";
import { passOn } from "./keeper.ts";
import { t } from "./texts.ts";

/** The places in the order in which the programme wrote them; a hospital first where the midwife sends her there. */
function ordered(places: readonly Place[], hospitalFirst: boolean): readonly Place[] {
  const isHospital = (place: Place) => place.kind === "hospital" || place.kind === "emergency";
  return hospitalFirst ? [...places.filter(isHospital), ...places.filter((place) => !isHospital(place))] : places;
}

/** Where to go: who is there, when, how to get there. All of it stands on the phone. */
export function Where(props: { readonly stream: string; readonly referral: string; readonly title: string; readonly hospitalFirst: boolean; readonly onBack: () => void }): JSX.Element {
  const places = ordered(device.places.value, props.hospitalFirst);
  const called = () => passOn(props.stream, props.referral, "call");
  const hasAmbulance = places.some((place) => place.kind === "emergency" && place.phone !== undefined);
  return (
    <Screen
      bar={<AppBar title={props.title} back={{ label: t("back"), onBack: props.onBack }} />}
      actions={!hasAmbulance && <Button kind="stop" icon={<IconPhone />} href={telHref(AMBULANCE)} onClick={called}>{t("ambulance")}</Button>}
    >
      <Question id="where">{t("whereTitle")}</Question>
      {places.length === 0 && <Empty title={t("whereEmpty")} text={t("whereEmptyText")} />}
      <ul class="plain stack">
        {places.map((place) => <li key={`${place.kind} ${place.name}`} class="panel"><PlaceCard place={place} onCall={called} /></li>)}
      </ul>
    </Screen>
  );
}

function PlaceCard({ place, onCall }: { readonly place: Place; readonly onCall: () => void }): JSX.Element {
  const number = place.phone === undefined ? null : callable(place.phone);
  return (
    <>
      <div>
        <small>{t(`place.${place.kind}`)}</small>
        <h2>{place.name}</h2>
      </div>
      {place.hours !== undefined && <p>{t("hours", { hours: place.hours })}</p>}
      {place.way !== undefined && <p>{t("way", { way: place.way })}</p>}
      {place.address !== undefined && <p class="small">{place.address}</p>}
      {number !== null && <p class="num">{spokenNumber(number)}</p>}
      <div class="two">
        {number !== null && <Button kind="quiet" low icon={<IconPhone />} href={telHref(number)} onClick={onCall}>{t("callPlace")}</Button>}
        {place.address !== undefined && <Button kind="line" low icon={<IconMap />} href={mapHref(`${place.name}, ${place.address}`)}>{t("map")}</Button>}
      </div>
      {place.address !== undefined && <small>{t("mapNeedsSignal")}</small>}
    </>
  );
}
