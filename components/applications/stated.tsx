import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ApplicationContent, Claim } from "@/lib/applications/content";
import type { Holder } from "@/lib/applications/queries";
import type { AskedForm } from "@/lib/criteria/form/form";
import { formatDay, formatList } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";
import { labelOf, languageName } from "@/lib/vocabularies/vocabulary";
import { AnswersRead } from "./answers-read";
import { HeldBy } from "./held-by";

/** Everything that an application states, for those who decide and for those who wrote it; `asked` by the version that its case keeps. */
export function Stated({ content, holders, asked }: { content: ApplicationContent; holders: Holder[]; asked: AskedForm }) {
  const t = useTranslations("application");
  const locale = useLocale();
  const { identity, identifiers, type, places, quality, contact, declaration } = content;

  return (
    <dl className="divide-y divide-line border-line border-y">
      <Row term={t("step.identity")}>
        {Object.entries(identity.names).map(([language, name]) => (
          <p key={language}>
            <span lang={language}>{name}</span> <span className="text-ink-2 text-sm">({languageName(language, locale)})</span>
          </p>
        ))}
        {identity.founded && <p>{t("stated.founded", { day: formatDay(identity.founded, locale, "long") })}</p>}
        {identity.homepage && (
          <a href={identity.homepage} rel="noreferrer nofollow" className="wrap-anywhere">
            {identity.homepage}
          </a>
        )}
      </Row>
      <Row term={t("step.identifiers")}>
        {identifiers.map(({ scheme, value }) => (
          <div key={scheme} className="wrap-anywhere">
            {t(`scheme.${scheme}`)}: <span className="font-mono text-sm">{value}</span>
            <HeldBy holders={holders.filter((holder) => holder.scheme === scheme)} />
          </div>
        ))}
      </Row>
      <Row term={t("step.type")}>{type && labelOf("providerTypes", type, locale)}</Row>
      <Row term={t("step.places")}>
        {places.seat && <p>{[places.street, [places.postalCode, places.seat].filter(Boolean).join(" ")].filter(Boolean).join(", ")}</p>}
        {places.further.length > 0 && <p>{t("stated.further", { places: formatList(places.further, locale) })}</p>}
      </Row>
      <Row term={t("step.quality")}>
        {quality.map((claim) => (
          <p key={Object.values(claim).join()}>{claimInWords(claim, locale, t)}</p>
        ))}
      </Row>
      {asked.questions.length > 0 && (
        <Row term={t("step.answers")}>
          <AnswersRead questions={asked.questions} answers={content.answers} />
        </Row>
      )}
      <Row term={t("step.contact")}>
        <p>{contact.name}</p>
        {contact.email && (
          <a href={`mailto:${contact.email}`} className="wrap-anywhere">
            {contact.email}
          </a>
        )}
        <p>{contact.phone}</p>
      </Row>
      <Row term={t("step.declaration")}>
        {declaration.declared && <p>{t("stated.declared", { capacity: declaration.capacity || "–" })}</p>}
        {declaration.declared && <p className="max-w-[62ch] text-ink-2 text-sm">{plainText(asked.declaration, locale)}</p>}
      </Row>
    </dl>
  );
}

function claimInWords({ standard, label, body, from, until }: Claim, locale: string, t: ReturnType<typeof useTranslations<"application">>) {
  const period = [
    from && t("stated.from", { day: formatDay(from, locale) }),
    until && t("stated.until", { day: formatDay(until, locale) }),
  ];
  return [label || labelOf("qualityStandards", standard, locale), body, period.filter(Boolean).join(" ")].filter(Boolean).join(", ");
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 py-3 sm:grid-cols-[13rem_minmax(0,1fr)]">
      <dt className="text-ink-2">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
