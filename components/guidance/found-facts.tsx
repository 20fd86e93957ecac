import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import type { ClientFacts } from "@/lib/guidance/search/queries";
import { formatList } from "@/lib/i18n/format";
import { hasText } from "@/lib/texts/texts";
import { labelOf } from "@/lib/vocabularies/vocabulary";

/** What decides whether a client can take part. A language level is asked for in words, among what one needs to have. */
export function FoundFacts({ facts }: { facts: ClientFacts | undefined }) {
  const t = useTranslations("guidance.search.fact");
  const locale = useLocale();
  if (!facts) return null;
  const codes = (terms: "accessProvisions" | "targetGroups", all: string[]) =>
    formatList(
      all.map((code) => labelOf(terms, code, locale)),
      locale,
    );
  const rows = [
    hasText(facts.prerequisites) &&
      (["prerequisites", <LocalText key="p" texts={facts.prerequisites} original={facts.originalLanguage} />] as const),
    facts.accessProvisions.length > 0 && (["access", codes("accessProvisions", facts.accessProvisions)] as const),
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
