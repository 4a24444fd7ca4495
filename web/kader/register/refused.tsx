import type { JSX } from "preact";
import { Button } from "#web/shared/controls/Button.tsx";
import { IconPhone } from "#web/shared/controls/icons.tsx";
import { AppBar, Screen } from "#web/shared/controls/Screen.tsx";
import { device } from "#web/kader/shell/device.ts";
import { t } from "./texts.ts";

/** She said no, or not yet: nothing of her is kept, and she is told where help is. */
export const Refused = (props: { why: "no" | "later" | "guardian"; onLeave: () => void }): JSX.Element => {
  const places = device.places.value;
  return (
    <Screen bar={<AppBar title={t("title")} />} actions={<Button onClick={props.onLeave}>{t("toMothers")}</Button>}>
      <h1 class="big">{t("refusedTitle")}</h1>
      <p>{props.why === "guardian" ? t("guardianNoText") : t("refusedText")}</p>
      <p>{t("refusedUrgent")}</p>
      {props.why !== "no" && <p>{t("refusedLater")}</p>}
      <div class="panel sand">
        <p>{t("refusedHelp")}</p>
        {places.length === 0 ? <p>{t("refusedNoPlaces")}</p> : (
          <ul class="plain stack">
            {places.map((place) => (
              <li key={`${place.kind} ${place.name}`} class="spread">
                <span><b>{place.name}</b><br /><small>{[place.hours, place.address].filter(Boolean).join(" · ")}</small></span>
                {place.phone && <a class="btn quiet low fit" href={`tel:${place.phone}`}><IconPhone size={20} />{place.phone}</a>}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Screen>
  );
};
