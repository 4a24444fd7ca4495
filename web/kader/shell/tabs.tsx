import type { JSX } from "preact";
import { IconBook, IconPeople, IconSettings } from "#web/shared/controls/icons.tsx";
import { Tabs } from "#web/shared/controls/Screen.tsx";
import { device } from "./device.ts";
import { t } from "./texts.ts";

export type TabKey = "mothers" | "learn" | "phone";

/** The tabs under the three start pages; a refused entry is counted on the phone's own. */
export const MainTabs = (props: { current: TabKey }): JSX.Element => (
  <Tabs
    label={t("tabs")}
    current={props.current}
    tabs={[
      { key: "mothers", label: t("tabMothers"), icon: <IconPeople />, href: "#/" },
      { key: "learn", label: t("tabLearn"), icon: <IconBook />, href: "#/latihan" },
      { key: "phone", label: t("tabPhone"), icon: <IconSettings />, href: "#/hp", count: device.counters.value.refused },
    ]}
  />
);
