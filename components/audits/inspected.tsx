import { useLocale, useTranslations } from "next-intl";
import { AnnexValue } from "@/components/offerings/annex-value";
import { LocalText } from "@/components/offerings/local-text";
import { formatNumber } from "@/lib/i18n/format";
import type { Element } from "@/lib/offerings/completeness";
import type { OfferingView } from "@/lib/offerings/queries";

/** What the version that was inspected says: of an element of Annex I its value, else what it is called and how much it is. */
export function Inspected({ view, element }: { view: OfferingView; element: Element | undefined }) {
  const t = useTranslations("audits.finding");
  const names = useTranslations("offering.annex.elements");
  const glance = useTranslations("offering.glance");
  const locale = useLocale();
  const { content, eqf } = view.version;
  const original = content.originalLanguage;

  if (element === "outcomes")
    return (
      <>
        {t("said", { element: names("outcomes.name") })}
        <ul className="list-disc ps-5">
          {content.outcomes.map(({ text }) => (
            <li key={Object.values(text).join()}>
              <LocalText texts={text} original={original} quiet />
            </li>
          ))}
        </ul>
      </>
    );
  if (element)
    return (
      <>
        {t("said", { element: names(`${element}.name`) })} <AnnexValue element={element} view={view} />
      </>
    );
  return (
    <>
      <LocalText texts={content.title} original={original} quiet /> · {glance("eqf", { level: eqf })}
      {content.ects !== null && <> · {glance("ects", { ects: formatNumber(content.ects, locale) })}</>}
    </>
  );
}
