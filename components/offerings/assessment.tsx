import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import type { OfferingContent } from "@/lib/offerings/content";
import { hasText } from "@/lib/texts/texts";
import { labelOf } from "@/lib/vocabularies/vocabulary";
import { Fact, FactList } from "./about";
import { CodeNames } from "./code-names";
import { LocalText } from "./local-text";
import { CatalogueWide, NotStated } from "./not-stated";

/** How one shows what one has learned, and by which marks. */
export function Assessment({ content }: { content: OfferingContent }) {
  const t = useTranslations("offering.assessment");
  const locale = useLocale();
  const { assessment, assessmentNote, supervision, grading, originalLanguage } = content;

  return (
    <Section id="assessment" title={t("title")}>
      <FactList>
        <Fact label={t("type")}>
          {assessment.length > 0 ? <CodeNames of="assessments" codes={assessment} /> : <NotStated />}
          {hasText(assessmentNote) && (
            <p className="mt-1">
              <LocalText texts={assessmentNote} original={originalLanguage} />
            </p>
          )}
          <CatalogueWide content={content} fields={["assessment"]} />
        </Fact>
        <Fact label={t("supervision")}>
          {supervision ? labelOf("supervisions", supervision, locale) : <NotStated />}
          <CatalogueWide content={content} fields={["supervision"]} />
        </Fact>
        <Fact label={t("grading")}>{hasText(grading) ? <LocalText texts={grading} original={originalLanguage} /> : <NotStated />}</Fact>
      </FactList>
    </Section>
  );
}
