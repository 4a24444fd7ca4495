import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Toast } from "#web/shared/controls/Toast.tsx";
import { AppBar, Screen } from "#web/shared/controls/Screen.tsx";
import { route } from "#web/shared/route.ts";
import { device } from "#web/kader/shell/device.ts";
import { Sync } from "#web/kader/shell/sync.tsx";
import { MainTabs } from "#web/kader/shell/tabs.tsx";
import { t as shell } from "#web/kader/shell/texts.ts";
import { About } from "./about.tsx";
import { Agreement } from "./agreement.tsx";
import { ChangePin } from "./change-pin.tsx";
import { Files } from "./files.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { Lock } from "./lock.tsx";
import { Records } from "./records.tsx";
import { RefusedEntries } from "./refused-entries.tsx";
import { Storage } from "./storage.tsx";
import { t } from "./texts.ts";

/** Everything about this phone: what stands where, what needs a person, and how to lock or leave it. */
export const Settings = (): JSX.Element => {
  const [said, setSaid] = useState<string | null>(null);
  if (route.value[1] === "pin") return <ChangePin onChanged={() => setSaid(t("pinChanged"))} />;
  const person = device.person.value;
  return (
    <Screen
      bar={<AppBar title={t("title")} heading sub={person?.demo ? shell("demo") : undefined} end={<Sync />} />}
      tabs={<MainTabs current="phone" />}
      toast={<Toast text={said} onGone={() => setSaid(null)} />}
    >
      <small>{t("of", { name: person?.name ?? "", site: device.site.value?.name ?? "" })}</small>
      <RefusedEntries />
      <Records />
      <Agreement />
      <Lock />
      <LanguageChoice />
      <Storage />
      <Files onSaid={setSaid} />
      <About />
    </Screen>
  );
};
