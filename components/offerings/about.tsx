import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import { formatList } from "@/lib/i18n/format";
import type { OfferingContent } from "@/lib/offerings/content";
import { hasText } from "@/lib/texts/texts";
import { labelOf, languageName } from "@/lib/vocabularies/vocabulary";
import { CodeNames } from "./code-names";
import { LocalParagraphs, LocalText } from "./local-text";
import { CatalogueWide, NotStated } from "./not-stated";

export function About({ content }: { content: OfferingContent }) {
  const t = useTranslations("offering.about");
  const locale = useLocale();
  return (
    <>
      {hasText(content.description) && (
        <Section id="description" title={t("title")}>
          <LocalParagraphs texts={content.description} original={content.originalLanguage} />
        </Section>
      )}
      <Section id="for-whom" title={t("forWhom")}>
        <FactList>
          <Fact label={t("targetGroups")}>
            {content.targetGroups.length > 0 ? <CodeNames of="targetGroups" codes={content.targetGroups} /> : <NotStated />}
          </Fact>
          <Fact label={t("prerequisites")}>
            {hasText(content.prerequisites) ? (
              <LocalText texts={content.prerequisites} original={content.originalLanguage} />
            ) : (
              <NotStated />
            )}
          </Fact>
          <Fact label={t("languages")}>
            {content.languages.length > 0 ? (
              formatList(
                content.languages.map((language) => languageName(language, locale)),
                locale,
              )
            ) : (
              <NotStated />
            )}
            <CatalogueWide content={content} fields={["languages"]} />
          </Fact>
          {content.type && <Fact label={t("type")}>{labelOf("opportunityTypes", content.type, locale)}</Fact>}
        </FactList>
      </Section>
    </>
  );
}

/** Facts under each other, each with what it is called: side by side where there is room. */
export function FactList({ children }: { children: ReactNode }) {
  return <dl className="@container max-w-[46rem]">{children}</dl>;
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid break-inside-avoid gap-x-6 border-line border-t py-2.5 @md:grid-cols-[13rem_minmax(0,1fr)]">
      <dt className="text-ink-2 text-sm @md:pt-0.5">{label}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}
