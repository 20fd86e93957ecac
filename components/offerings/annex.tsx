import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Details } from "@/components/ui/details";
import { Section } from "@/components/ui/section";
import { ToneMark } from "@/components/ui/tone-mark";
import { country } from "@/lib/country/country";
import { formatList, formatNumber } from "@/lib/i18n/format";
import { type Completeness, completenessOf, type Element } from "@/lib/offerings/completeness";
import type { OfferingView } from "@/lib/offerings/queries";
import { isLabelCode } from "@/lib/terms/term";
import { findConcept, labelOf } from "@/lib/vocabularies/vocabulary";
import { AnnexValue } from "./annex-value";
import { NotStated } from "./not-stated";

/** Every element of the European standard (Recommendation, Annex I): what is stated, or that it is not, and what it means. */
export function Annex({ view }: { view: OfferingView }) {
  const t = useTranslations("offering.annex");
  const completeness = completenessOf(view.version.content);

  return (
    <Section id="elements" title={t("title")}>
      <p className="max-w-[62ch] text-ink-2">{t("lead")}</p>
      <Score completeness={completeness} />
      <dl className="mt-5 gap-x-14 lg:grid lg:grid-cols-2 print:grid print:grid-cols-2 print:gap-x-8">
        {completeness.elements.map(({ element, mandatory, state }) => (
          <Row
            key={element}
            id={element}
            name={t(`elements.${element}.name`)}
            optional={mandatory ? null : t("optional")}
            meaning={<Meaning element={element} view={view} />}
          >
            {state === "present" ? <AnnexValue element={element} view={view} /> : <NotStated />}
          </Row>
        ))}
        {(["learner", "issueDate"] as const).map((element) => (
          <Row key={element} id={element} name={t(`elements.${element}.name`)} optional={null} meaning={t(`elements.${element}.meaning`)}>
            {t("onCredential")}
          </Row>
        ))}
      </dl>
    </Section>
  );
}

/** How much is stated, with what is missing by name. */
function Score({ completeness }: { completeness: Completeness }) {
  const t = useTranslations("offering.annex");
  const locale = useLocale();
  const missing = completeness.elements.filter(({ state }) => state === "absent").map(({ element }) => t(`elements.${element}.name`));
  const stated = completeness.elements.length - missing.length;

  return (
    <div className="mt-4 max-w-[52rem] rounded-md bg-sunk p-4 print:p-0">
      <p className="flex items-baseline gap-2 font-semibold">
        <ToneMark tone={missing.length === 0 ? "good" : "none"} />
        {t("score", {
          stated: formatNumber(stated, locale),
          all: formatNumber(completeness.elements.length, locale),
          percent: completeness.score,
        })}
      </p>
      <div aria-hidden="true" className="mt-2 flex gap-1 print:hidden">
        {completeness.elements.map(({ element, state }) => (
          <span
            key={element}
            className={`h-2 flex-1 rounded-full border border-line-strong ${state === "present" ? "bg-accent print:bg-ink" : "bg-transparent"}`}
          />
        ))}
      </div>
      <p className="mt-2 text-sm">{missing.length === 0 ? t("allStated") : t("missing", { elements: formatList(missing, locale) })}</p>
      <p className="mt-1 text-ink-2 text-sm">{t("scoreMeaning")}</p>
    </div>
  );
}

type RowProps = { id: string; name: string; optional: string | null; meaning: ReactNode; children: ReactNode };

function Row({ id, name, optional, meaning, children }: RowProps) {
  const t = useTranslations("offering.annex");

  return (
    <div
      id={`element-${id}`}
      className="grid scroll-mt-4 gap-x-6 border-line border-t py-3 target:bg-accent-soft break-inside-avoid sm:grid-cols-[11rem_minmax(0,1fr)] print:block print:py-1.5"
    >
      <dt className="font-semibold">
        {name}
        {optional && <span className="block font-normal text-ink-2 text-sm">{optional}</span>}
      </dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">
        {children}
        <Details
          className="print:hidden"
          summary={
            <>
              {t("whatIs")} <span className="sr-only">{name}</span>
            </>
          }
        >
          <div className="max-w-[60ch] space-y-2 rounded-md bg-sunk px-4 py-3 text-sm">{meaning}</div>
        </Details>
      </dd>
    </div>
  );
}

/** The explanation of an element, and below it of the very values that this offering has. */
function Meaning({ element, view }: { element: Element; view: OfferingView }) {
  const t = useTranslations("offering.annex");
  const locale = useLocale();
  const { content, eqf } = view.version;
  const { from, to } = country.hoursPerEcts;
  const terms: Partial<Record<Element, ReactNode[]>> = {
    eqf: [t(`eqf.${String(eqf) as "1"}`), ...(content.cycle ? [t(`cycle.${content.cycle as "short"}`)] : [])],
    supervision: content.supervision ? [t(`supervision.${content.supervision as "supervised"}`)] : [],
    quality: [...new Set(content.quality.map((code) => t(`quality.${isLabelCode(code) ? "label" : (code as "esg")}`)))],
    stacking: content.stacking ? [t(`stacking.${content.stacking as "stackable"}`)] : [],
  };
  const uri = element === "eqf" ? findConcept("eqfLevels", String(eqf))?.uri : null;

  return (
    <>
      <p>{t(`elements.${element}.meaning`, { from, to })}</p>
      {(terms[element] ?? []).map((text) => (
        <p key={String(text)}>{text}</p>
      ))}
      {uri && (
        <p>
          <a href={uri} rel="external noopener">
            {labelOf("eqfLevels", String(eqf), locale)}
          </a>
        </p>
      )}
    </>
  );
}
