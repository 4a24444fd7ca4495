import type { JSX } from "preact";
import { streamKind } from "#core/ledger/entry.ts";
import { IconCheck } from "#web/shared/controls/icons.tsx";
import { device } from "#web/kader/shell/device.ts";
import { calledName } from "#web/kader/shell/mother-name.ts";
import { t } from "./texts.ts";

/** L5: the phone says where it and the server do not hold the same, and why. */
export const Agreement = (): JSX.Element => {
  const differences = device.agreement.value;
  const { here, server } = device.folds.value;
  const waiting = differences.every(({ missingHere, onlyHere, refused }) => !missingHere && !onlyHere && refused.length === 0);
  const lines = differences.flatMap(({ stream, unsent, refused, missingHere, onlyHere }) => {
    const who = whoseIs(stream);
    return [
      unsent.length > 0 ? t("differUnsent", { who, count: unsent.length }) : "",
      refused.length > 0 ? t("differRefused", { who, count: refused.length }) : "",
      missingHere ? t("differMissing", { who }) : "",
      onlyHere ? t("differOnly", { who }) : "",
    ].filter(Boolean);
  });
  return (
    <section class="panel">
      {differences.length === 0 || waiting ? (
        <p class="with-icon"><IconCheck size={20} /><span>{differences.length === 0 ? t("agree") : t("agreeWaiting")}</span></p>
      ) : (
        <>
          <h2>{t("differTitle")}</h2>
          <ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul>
        </>
      )}
      {server !== null && server !== here && <p>{t("differFold")}</p>}
    </section>
  );
};

/** The mother's name where it is one of hers; else what kind of record it is. */
export function whoseIs(stream: string): string {
  const card = device.cards.value.find((one) => one.stream === stream);
  if (card !== undefined) return calledName(card);
  return streamKind(stream) === "kader" ? t("learning") : t("someRecord");
}
