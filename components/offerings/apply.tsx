import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { OutwardLink } from "@/components/ui/outward-link";
import { Section } from "@/components/ui/section";
import type { OfferingContent } from "@/lib/offerings/content";
import { hasText, type Texts } from "@/lib/texts/texts";
import type { VocabularyName } from "@/lib/vocabularies/vocabulary";
import { Fact, FactList } from "./about";
import { CodeNames } from "./code-names";
import { LocalText } from "./local-text";
import { CatalogueWide, NotStated } from "./not-stated";

/** How one gets in, who pays, what is done for whom, and what one gets in the end. */
export function Apply({ content, closed }: { content: OfferingContent; closed: "notice" | "teach-out" | null }) {
  const t = useTranslations("offering.apply");
  // Versions from before the list of provisions was there say nothing of it.
  const provisions = content.accessProvisions ?? [];
  const { applyUrl, contact, url, furtherInformation, originalLanguage } = content;

  return (
    <Section id="apply" title={t("title")}>
      {closed && <p className="mb-4 font-semibold">{t(`closed.${closed}`)}</p>}
      {applyUrl && !closed && (
        <p className="mb-5">
          <ButtonLink
            href={applyUrl}
            rel="external noopener"
            className='print:inline print:border-0 print:bg-transparent print:px-0 print:text-ink print:after:content-["_("_attr(href)_")"]'
          >
            {t("enrol")}
          </ButtonLink>
        </p>
      )}
      <FactList>
        <Fact label={t("contact")}>
          {contact ? <Contact contact={contact} /> : <NotStated />}
          <CatalogueWide content={content} fields={["contact"]} />
        </Fact>
        <Coded content={content} field="funding" vocabulary="fundings" note={content.fundingNote} />
        <Coded content={content} field="validation" vocabulary="validations" note={content.validationNote} />
        <Fact label={t("accessibility")}>
          {provisions.length > 0 && <CodeNames of="accessProvisions" codes={provisions} />}
          {hasText(content.accessibility) && (
            <p className={provisions.length > 0 ? "text-ink-2" : ""}>
              <LocalText texts={content.accessibility} original={originalLanguage} />
            </p>
          )}
          {provisions.length === 0 && !hasText(content.accessibility) && <NotStated />}
          <CatalogueWide content={content} fields={["accessProvisions", "accessibility"]} />
        </Fact>
        <Coded content={content} field="credential" vocabulary="credentialFormats" />
        <Fact label={t("furtherInformation")}>
          {hasText(furtherInformation) && (
            <p>
              <LocalText texts={furtherInformation} original={originalLanguage} />
            </p>
          )}
          {url && <OutwardLink href={url}>{t("website")}</OutwardLink>}
          {!url && !hasText(furtherInformation) && <NotStated />}
        </Fact>
      </FactList>
    </Section>
  );
}

type CodedProps = { content: OfferingContent; field: "funding" | "validation" | "credential"; vocabulary: VocabularyName; note?: Texts };

/** A field of coded values with the provider's own words to it. */
function Coded({ content, field, vocabulary, note = {} }: CodedProps): ReactNode {
  const t = useTranslations("offering.apply");
  const codes = [content[field] ?? []].flat();

  return (
    <Fact label={t(field)}>
      {codes.length > 0 ? <CodeNames of={vocabulary} codes={codes} /> : <NotStated />}
      {hasText(note) && (
        <p className="text-ink-2">
          <LocalText texts={note} original={content.originalLanguage} />
        </p>
      )}
      <CatalogueWide content={content} fields={[field]} />
    </Fact>
  );
}

function Contact({ contact }: { contact: string }) {
  if (/^https?:\/\//.test(contact)) return <OutwardLink href={contact}>{contact}</OutwardLink>;
  return contact.includes("@") ? <a href={`mailto:${contact}`}>{contact}</a> : contact;
}
