import { useLocale, useTranslations } from "next-intl";
import { regionName } from "@/lib/accreditations/scope";
import { country } from "@/lib/country/country";
import { formatList, formatNumber } from "@/lib/i18n/format";
import type { Element } from "@/lib/offerings/completeness";
import type { OfferingView } from "@/lib/offerings/queries";
import { hoursOf } from "@/lib/offerings/workload";
import { levelName } from "@/lib/terms/term";
import { hasText, plainText } from "@/lib/texts/texts";
import { labelOf, languageName, type VocabularyName } from "@/lib/vocabularies/vocabulary";
import { CodeNames } from "./code-names";
import { LocalText } from "./local-text";
import { NotStated } from "./not-stated";
import { QualityNames } from "./quality-names";

const coded = {
  assessment: "assessments",
  modes: "modes",
  fields: "fields",
} as const satisfies Partial<Record<Element, VocabularyName>>;

/** What an offering states for one element of Annex I. */
export function AnnexValue({ element, view }: { element: Element; view: OfferingView }) {
  const t = useTranslations("offering.annex");
  const locale = useLocale();
  const { content } = view.version;
  const original = content.originalLanguage;

  switch (element) {
    case "title":
      return <LocalText texts={content.title} original={original} />;
    case "issuerRegion":
      return [regionName(view.provider.nuts ?? country.country, locale), plainText(country.countryName, locale)]
        .filter((name, position, all) => all.indexOf(name) === position)
        .join(", ");
    case "awardingBodies":
      return formatList(
        view.awarding.map(({ name }) => (typeof name === "string" ? name : plainText(name, locale))),
        locale,
      );
    case "outcomes":
      return <a href="#outcomes">{t("outcomesCount", { count: content.outcomes.length })}</a>;
    case "workload":
      return <Workload view={view} />;
    case "eqf":
      return <Level view={view} />;
    case "languages":
      return formatList(
        content.languages.map((language) => languageName(language, locale)),
        locale,
      );
    case "supervision":
      return labelOf("supervisions", content.supervision ?? "", locale);
    case "stacking":
      return labelOf("stackings", content.stacking ?? "", locale);
    case "prerequisites":
    case "grading":
      return <LocalText texts={content[element]} original={original} />;
    case "furtherInformation":
      return hasText(content.furtherInformation) ? (
        <LocalText texts={content.furtherInformation} original={original} />
      ) : (
        <a href={content.url ?? ""}>{content.url}</a>
      );
    case "quality":
      return <QualityNames view={view} />;
    default:
      return <CodeNames of={coded[element]} codes={content[element]} />;
  }
}

function Workload({ view }: { view: OfferingView }) {
  const t = useTranslations("offering.glance");
  const locale = useLocale();
  const { content } = view.version;
  const hours = hoursOf(content, country.hoursPerEcts);
  const amount = (value: number) => formatNumber(value, locale);

  return (
    <ul>
      <li>{content.ects === null ? t("noEcts") : t("ects", { ects: amount(content.ects) })}</li>
      {hours && "stated" in hours && <li>{t("hours", { hours: amount(hours.stated) })}</li>}
      {hours && "estimated" in hours && (
        <li>{t("hoursEstimated", { from: amount(hours.estimated.from), to: amount(hours.estimated.to) })}</li>
      )}
    </ul>
  );
}

/** EQF, the level in each framework that holds at the provider's seat (Brussels has two), and the cycle. */
function Level({ view }: { view: OfferingView }) {
  const t = useTranslations("offering.annex");
  const g = useTranslations("offering.glance");
  const locale = useLocale();
  const { eqf, content } = view.version;

  return (
    <ul>
      <li>{g("eqf", { level: eqf })}</li>
      {view.levels.map((level) => (
        <li key={level.code}>
          <a href={level.framework.uri} rel="external noopener">
            {plainText(level.framework.name, locale)}
          </a>
          : {levelName(level, locale)}
        </li>
      ))}
      <li>
        {t("cycleLabel")}{" "}
        {content.cycle ? (
          labelOf("cycles", content.cycle, locale)
        ) : view.version.setting === "formal" && eqf >= 5 ? (
          <NotStated />
        ) : (
          t("notApplicable")
        )}
      </li>
    </ul>
  );
}
