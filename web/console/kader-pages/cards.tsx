import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { EnrolmentCard } from "#core/console/wire.ts";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { Empty, Skeleton } from "#web/shared/controls/Empty.tsx";
import { ApiError, post } from "../api.ts";
import { t as frame } from "../texts.ts";
import { sayOnly } from "../toast.ts";
import { clock, day } from "../words.ts";
import { t } from "./texts.ts";

/** The cards of those who were picked, to print and hand over one by one. Made anew each time that the page is opened. */
export const Cards = ({ persons }: { persons: readonly string[] }): JSX.Element => {
  const [cards, setCards] = useState<readonly EnrolmentCard[] | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => {
    if (persons.length === 0) return;
    post<EnrolmentCard[]>("/api/console/enrolments", { persons }).then(setCards, (failure: unknown) => {
      const code = failure instanceof ApiError ? failure.code : "other";
      setFailed(code === "has-mothers" || code === "not-a-member" ? t(`error.${code}`) : t("error.other"));
    });
  }, [persons.join()]);
  if (persons.length === 0) return <Empty title={t("cardsNone")} action={<Button fit href="#/kader">{t("title")}</Button>} />;
  return (
    <>
      <div class="main-head no-print">
        <div><h1>{t("cardsTitle")}</h1><small>{t("cardsIntro")}</small></div>
        <div class="main-tools"><Button kind="line" low href="#/kader">{frame("back")}</Button><Button low disabled={cards === null} onClick={() => print()}>{t("print")}</Button></div>
      </div>
      {failed !== null && <Banner kind="refused" title={t("cardsFail", { why: failed })} />}
      {cards === null && failed === null && <Skeleton rows={3} label={frame("loading")} />}
      <div class="qr-cards">{cards?.map((card) => <Card key={card.person} card={card} />)}</div>
    </>
  );
};

export const Card = ({ card, withLink = false }: { card: EnrolmentCard; withLink?: boolean }): JSX.Element => {
  const copy = (): void => void navigator.clipboard.writeText(card.link).then(() => sayOnly(t("copied")));
  return (
    <div class="qr-card">
      <div role="img" aria-label={t("cardStep1")} dangerouslySetInnerHTML={{ __html: card.qr }} />
      <div class="stack-tight">
        <b>{card.name}</b>
        <small>{t("cardStep1")}</small>
        <small>{t("cardStep2", { site: new URL(card.link).host })}</small>
        <code>{card.code}</code>
        <small>{t("cardUntil", { date: day(card.linkUntil), time: `${day(card.codeUntil)}, ${clock(card.codeUntil)}` })} {t("cardSecret")}</small>
        {withLink && <Button kind="line" low onClick={copy}>{t("copy")}</Button>}
      </div>
    </div>
  );
};
