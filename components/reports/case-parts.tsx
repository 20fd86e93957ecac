import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { Section } from "@/components/ui/section";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import type { ReportView } from "@/lib/reports/queries";
import { isOfSite, type ReportKind } from "@/lib/reports/report";
import { plainText } from "@/lib/texts/texts";

/** What was said about which page. */
export function CaseReported({ report }: { report: ReportView }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const { page, title, original, provider, kind, text, versionNumber } = report;
  const foreign = report.locale === locale ? {} : { lang: report.locale };

  return (
    <div className="mt-5 max-w-[68ch] rounded-lg border border-line bg-raised p-5">
      <p className="font-semibold text-ink-2 text-sm">{t(`kind.${kind as ReportKind}`)}</p>
      <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]" {...foreign}>
        {text}
      </p>
      <p className="mt-4 text-sm [overflow-wrap:anywhere]">
        <a href={address(locale, page)}>
          {isOfSite(page) ? address(locale, page) : <LocalText texts={title ?? provider} {...(original ? { original } : {})} quiet />}
        </a>
        {title && (
          <>
            {" · "}
            <LocalText texts={provider} quiet />
          </>
        )}
      </p>
      {versionNumber !== null && <p className="text-ink-2 text-sm">{t("case.version", { number: String(versionNumber) })}</p>}
    </div>
  );
}

/** Each step with its day, and what was said at it. */
export function CaseSteps({ report }: { report: ReportView }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const { receivedAt, forwardedAt, forwardedNote, providerDueOn, providerAnswer, providerAnsweredAt, closedAt, closedBy, outcome } = report;
  const steps = [
    { at: receivedAt, what: t("case.received"), text: "" },
    {
      at: forwardedAt,
      what: t("case.forwarded", { day: providerDueOn ? formatDay(providerDueOn, locale, "long") : "" }),
      text: forwardedNote,
    },
    { at: providerAnsweredAt, what: t("case.answered"), text: providerAnswer ?? "" },
    {
      at: closedAt,
      what: outcome && t("case.closed", { authority: plainText(closedBy, locale), outcome: t(`outcome.${outcome}`) }),
      text: "",
    },
  ];

  return (
    <Section id="steps" title={t("case.steps")}>
      <ol className="max-w-[68ch]">
        {steps.map(
          ({ at, what, text }) =>
            at && (
              <li key={what} className="grid gap-x-6 border-line border-t py-3 sm:grid-cols-[9rem_minmax(0,1fr)]">
                <time dateTime={dayOf(at)} className="text-ink-2 text-sm">
                  {formatDay(dayOf(at), locale)}
                </time>
                <div className="min-w-0">
                  <p className="font-semibold">{what}</p>
                  {text && <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>}
                </div>
              </li>
            ),
        )}
      </ol>
    </Section>
  );
}

/** The answer of the authority, with what put the matter right. */
export function CaseAnswer({ report }: { report: ReportView }) {
  const t = useTranslations("reports.case");
  const locale = useLocale();
  const { answer, correctionVersion, correctionDecision, offeringSlug, providerSlug } = report;
  if (answer === null) return <p className="text-ink-2">{t("noAnswer")}</p>;

  return (
    <div className="max-w-[68ch]">
      <p className="whitespace-pre-line [overflow-wrap:anywhere]">{answer}</p>
      {(correctionVersion !== null || correctionDecision !== null) && (
        <>
          <h3 className="mt-5 text-lg">{t("correction")}</h3>
          <ul>
            {correctionVersion !== null && (
              <li>
                <a href={address(locale, `offerings/${offeringSlug}/history`)}>
                  {t("correctionVersion", { number: String(correctionVersion) })}
                </a>
              </li>
            )}
            {correctionDecision !== null && (
              <li>
                <a href={address(locale, `register/${providerSlug}?decisions=${correctionDecision}#decision-${correctionDecision}`)}>
                  {t("correctionDecision", { number: String(correctionDecision) })}
                </a>
              </li>
            )}
          </ul>
        </>
      )}
    </div>
  );
}
