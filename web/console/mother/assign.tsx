import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { KaderLine, MotherStory } from "#core/console/wire.ts";
import { Button } from "#web/shared/controls/Button.tsx";
import { ChoiceList } from "#web/shared/controls/ChoiceList.tsx";
import { Dialog } from "#web/shared/controls/Dialog.tsx";
import { Show, useLoaded } from "../loaded.tsx";
import { tell } from "../pending.ts";
import { say, sayOnly } from "../toast.ts";
import { t as frame } from "../texts.ts";
import { called } from "../words.ts";
import { t } from "./texts.ts";

/** Who accompanies her, and the way to give her to another kader. */
export const Assign = ({ story, site }: { story: MotherStory; site: string | null }): JSX.Element => {
  const [open, setOpen] = useState(false);
  const { kader, names, card } = story;
  return (
    <section class="spread no-print">
      <span><small>{t("kader")}</small><br /><b>{kader === null ? t("noKader") : (names[kader] ?? "")}</b></span>
      <Button kind="line" low fit onClick={() => setOpen(true)}>{t("assign")}</Button>
      {open && <Choose story={story} site={site} name={called(card.calledBy ?? card.name)} onClose={() => setOpen(false)} />}
    </section>
  );
};

const Choose = ({ story, site, name, onClose }: { story: MotherStory; site: string | null; name: string; onClose: () => void }): JSX.Element => {
  const [chosen, setChosen] = useState<string | null>(null);
  const held = useLoaded<KaderLine[]>("/api/console/kader");
  const give = async (): Promise<void> => {
    const kader = held.loaded.value.value?.find((one) => one.person === chosen);
    if (kader === undefined) return;
    const before = story.entries.filter((one) => one.type === "care.assigned").map((one) => one.id);
    const entries = await tell({ stream: story.view.stream, type: "care.assigned", body: { kader: kader.person }, replaces: before });
    onClose();
const text = t("assigned", { name, kader: kader.view.name });
    const previous = story.kader;
    // Where nobody had her before there is nobody to give her back to.
    if (previous === null) return sayOnly(text);
    const undo = () => tell({ stream: story.view.stream, type: "care.assigned", body: { kader: previous }, replaces: entries });
    say({ entries, stream: story.view.stream, text, kept: t("answeredKept"), undone: t("takenBack"), undo });
  };
  return (
    <Dialog open title={t("assignTitle", { name })} onClose={onClose} actions={<><Button disabled={chosen === null} onClick={() => void give()}>{t("assignDo")}</Button><Button kind="line" onClick={onClose}>{frame("cancel")}</Button></>}>
      <p class="small" id="assign-text">{t("assignText")}</p>
      <Show of={held}>
        {(kader) => (
          <ChoiceList labelledBy="assign-text" name="assign" chosen={chosen} onChoose={setChosen}
            options={kader.filter((one) => !one.view.left && one.view.site === site && one.person !== story.kader).map((one) => ({ key: one.person, label: one.view.name, hint: [t("assignCount", { count: one.mothers }), one.view.area ?? "", one.clearance.state === "valid" ? "" : t("assignNotCleared")].filter(Boolean).join(" · ") }))} />
        )}
      </Show>
    </Dialog>
  );
};
