import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { OutwardLink } from "@/components/ui/outward-link";
import { auditNumber } from "@/lib/audits/number";
import type { DecisionRow } from "@/lib/decisions/queries";
import { address } from "@/lib/i18n/address";
import { formatDay, formatList } from "@/lib/i18n/format";
import { hasText } from "@/lib/texts/texts";

/** Decisions, the newest first, with what its authority can do about it. `decidePath` is where that is, for those who may. */
export function DecisionHistory({
  decisions,
  authorityId,
  decidePath,
  audits,
}: {
  decisions: DecisionRow[];
  authorityId: string;
  decidePath: string | null;
  /** The audits that proposed a decision, by its number. */
  audits: Map<number, number>;
}) {
  return (
    <ol className="max-w-[54rem]">
      {decisions.map((decision) => (
        <li key={decision.id} id={`decision-${decision.number}`} className="border-line border-t py-4">
          <Entry
            decision={decision}
            decidePath={decision.authorityId === authorityId ? decidePath : null}
            audit={audits.get(decision.number)}
          />
        </li>
      ))}
    </ol>
  );
}

/** What takes something away can be taken back from a day on; anything can turn out to have been wrong. */
const taking = ["suspend", "limit", "withdraw"];

function Entry({ decision, decidePath, audit }: { decision: DecisionRow; decidePath: string | null; audit: number | undefined }) {
  const [t, names] = [useTranslations("deciding.provider"), useTranslations("deciding.name")];
  const locale = useLocale();
  const { id, number, kind, decidedOn, effectiveFrom, statement, reasons, documentUrl, reviewOn, supersededBy } = decision;
  const day = (on: string) => formatDay(on, locale, "long");

  return (
    <>
      <h3 className="text-base">
        {names(kind as "register")} · <LocalText texts={decision.authority} quiet />
      </h3>
      <p className="text-ink-2 text-sm">
        {t("decisionLine", { number: String(number), decidedOn: day(decidedOn), from: day(effectiveFrom) })}
        {reviewOn && <> · {t("review", { day: day(reviewOn) })}</>}
      </p>
      {audit !== undefined && (
        <p className="text-sm">
          <a href={address(locale, `oversight/audits/${audit}`)}>{t("fromAudit", { number: auditNumber(audit) })}</a>
        </p>
      )}
      {supersededBy.length > 0 && (
        <p className="font-semibold text-sm">{t("superseded", { numbers: formatList(supersededBy.map(String), locale) })}</p>
      )}
      {hasText(statement) && (
        <p className="wrap-anywhere mt-1">
          <LocalText texts={statement} />
        </p>
      )}
      {hasText(reasons) && (
        <p className="wrap-anywhere mt-1 whitespace-pre-line text-sm">
          <span className="text-ink-2">{t("reasons")}:</span> <LocalText texts={reasons} />
        </p>
      )}
      {documentUrl && (
        <p className="text-sm">
          <OutwardLink href={documentUrl}>{t("document")}</OutwardLink>
        </p>
      )}
      {/* A fact is put right by recording it again. */}
      {decidePath && kind !== "record" && (
        <p className="mt-1 flex flex-wrap gap-x-5 text-sm">
          {taking.includes(kind) && (
            <a
              href={address(locale, `${decidePath}?kind=reinstate&decision=${id}`)}
              aria-label={t("takeBackLong", { number: String(number) })}
            >
              {t("takeBack")}
            </a>
          )}
          {decision.changes.length > 0 && (
            <a
              href={address(locale, `${decidePath}?kind=correct&decision=${id}`)}
              aria-label={t("correctLong", { number: String(number) })}
            >
              {t("correct")}
            </a>
          )}
        </p>
      )}
    </>
  );
}
