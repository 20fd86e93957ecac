import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { OutwardLink } from "@/components/ui/outward-link";
import { formatDay } from "@/lib/i18n/format";
import type { TermDocument } from "@/lib/register/document";

/** How long something holds and what says so; the decisions are links where they stand on the page. */
export function TermLines({ term, hrefOf }: { term: TermDocument; hrefOf?: (decision: number) => string }) {
  const t = useTranslations("register.term");
  const locale = useLocale();
  const { from, lastDay, end, endedBy, decision } = term;
  const day = (one: string | null) => (one === null ? "" : formatDay(one, locale, "long"));
  const number = (one: number) => (hrefOf ? <a href={hrefOf(one)}>{t("decision", { number: one })}</a> : t("decision", { number: one }));

  return (
    <div className="space-y-0.5 text-sm">
      <p>{t(end === "stated-open-ended" ? "open" : "until", { from: day(from), last: day(lastDay) })}</p>
      <p className="text-ink-2">
        {end === "stated-open-ended" ? t("basis.open") : end === "stated" ? t("basis.stated") : t("basis.by")}{" "}
        {endedBy && (
          <>
            {number(endedBy.number)}, {day(endedBy.decidedOn)}
          </>
        )}
      </p>
      {decision && (
        <p className="text-ink-2">
          {t("rests")} {number(decision.number)}, {day(decision.decidedOn)}, <LocalText texts={decision.authority.name} quiet />
        </p>
      )}
      {decision?.document && (
        <p>
          <OutwardLink href={decision.document} className="inline-block py-1">
            {t("document")}
          </OutwardLink>
        </p>
      )}
    </div>
  );
}
