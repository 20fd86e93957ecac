import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { NotStated } from "@/components/offerings/not-stated";
import type { SearchItem } from "@/lib/catalogue/result";
import { country } from "@/lib/country/country";
import type { ClientFacts } from "@/lib/guidance/search/queries";
import { formatList, formatNumber } from "@/lib/i18n/format";
import { hoursOfWeek } from "@/lib/plans/plan";
import { plannedHours } from "@/lib/plans/steps";
import { hasText } from "@/lib/texts/texts";
import { labelOf } from "@/lib/vocabularies/vocabulary";

type Props = {
  item: SearchItem;
  facts: ClientFacts | undefined;
  /** Hours a week that the client has, where their list says so. */
  available: number | null;
};

/**
 * What decides whether a client can take part. A language level is asked for in words, among what one needs to have: where nothing is said of it,
 * or of accessibility, that is said, since a counsellor then has to ask.
 */
export function FoundFacts({ item, facts, available }: Props) {
  const t = useTranslations("guidance.search.fact");
  const locale = useLocale();
  if (!facts) return null;
  const codes = (terms: "accessProvisions" | "targetGroups", all: string[]) =>
    formatList(
      all.map((code) => labelOf(terms, code, locale)),
      locale,
    );
  const rows = [
    [
      "prerequisites",
      hasText(facts.prerequisites) ? (
        <LocalText key="p" texts={facts.prerequisites} original={facts.originalLanguage} />
      ) : (
        <NotStated key="p" />
      ),
    ] as const,
    ["access", facts.accessProvisions.length > 0 ? codes("accessProvisions", facts.accessProvisions) : <NotStated key="a" />] as const,
    ["week", <Week key="w" item={item} available={available} />] as const,
    facts.targetGroups.length > 0 && (["target", codes("targetGroups", facts.targetGroups)] as const),
    facts.validation && (["validation", labelOf("validations", facts.validation, locale)] as const),
  ].filter((row) => row !== false && row !== null && row !== "");

  return (
    <dl className="my-3 max-w-[62ch] border-line border-s-2 ps-3 text-sm">
      {rows.map(([name, value]) => (
        <div key={name} className="py-0.5">
          <dt className="inline font-semibold">{t(name)}: </dt>
          <dd className="inline">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The work of a week, as a plan would reckon it; whether it is more than the client has, by itself. */
function Week({ item: { hours, ects, session }, available }: Pick<Props, "item" | "available">) {
  const t = useTranslations("guidance.search.fact");
  const locale = useLocale();
  const all = plannedHours({ hours, ects }, country);
  if (all === null || !session?.startsOn || !session.endsOn) return t("weekUnknown");
  const week = Math.round(hoursOfWeek(all, session.startsOn, session.endsOn) * 10) / 10;

  return (
    <>
      {t("aboutHours", { hours: formatNumber(week, locale) })}
      {available !== null && week > available && (
        <strong className="text-bad">, {t("moreThanThere", { hours: formatNumber(available, locale) })}</strong>
      )}
    </>
  );
}
