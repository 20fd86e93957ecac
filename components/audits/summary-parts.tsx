import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { type Tone, ToneMark } from "@/components/ui/tone-mark";
import { auditNumber } from "@/lib/audits/number";
import type { SummaryView } from "@/lib/audits/public/queries";
import type { AuditResult } from "@/lib/audits/result";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";

const tones: Record<AuditResult, Tone> = {
  conform: "good",
  remarks: "good",
  corrected: "good",
  "not-corrected": "bad",
  discontinued: "none",
};

/** What an audit came to, by shape and words. */
export function ResultLine({ result }: { result: AuditResult }) {
  const t = useTranslations("audits.result");
  return (
    <span className="flex items-baseline gap-2">
      <ToneMark tone={tones[result]} />
      <span className="min-w-0">{t(result)}</span>
    </span>
  );
}

/** Audits that are told of: what they were about, and what they came to. */
export function SummaryList({ rows }: { rows: SummaryView[] }) {
  const t = useTranslations("audits.public");
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line border-line border-y">
      {rows.map((row) => (
        <li key={row.number} className="grid grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-1 py-3.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <a href={address(locale, `audits/summaries/${row.number}`)} className="font-semibold">
              <LocalText texts={row.title ?? row.provider} {...(row.original ? { original: row.original } : {})} quiet />
            </a>
            <p className="text-ink-2 text-sm">
              {row.title && (
                <>
                  <LocalText texts={row.provider} quiet />
                  {" · "}
                </>
              )}
              {auditNumber(row.number)} · {t("closedOn", { day: formatDay(row.closedOn, locale) })}
            </p>
          </div>
          <ResultLine result={row.result} />
        </li>
      ))}
    </ul>
  );
}

/** On the page of a provider or of an offering: when it was audited, and what came of it. `own` where the page is about just that. */
export function AuditedLines({ rows, own = false }: { rows: SummaryView[]; own?: boolean }) {
  const t = useTranslations("audits.public");
  const locale = useLocale();
  return (
    <ul className="max-w-[68ch] space-y-2">
      {rows.map((row) => (
        <li key={row.number}>
          <ResultLine result={row.result} />
          <p className="ps-6 text-ink-2 text-sm">
            {t("audited", { day: formatDay(row.closedOn, locale, "long") })}
            {row.title && !own && (
              <>
                {": "}
                <LocalText texts={row.title} {...(row.original ? { original: row.original } : {})} quiet />
              </>
            )}
            {" · "}
            <a href={address(locale, `audits/summaries/${row.number}`)}>
              {t("summary")}
              <span className="sr-only"> {auditNumber(row.number)}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  );
}
