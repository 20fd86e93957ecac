import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OfferingCard } from "@/components/offerings/offering-card";
import { ConceptHead, EscoNote } from "@/components/skills/concept-head";
import { ConceptList } from "@/components/skills/concept-list";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { JsonLd } from "@/components/ui/json-ld";
import { Nothing } from "@/components/ui/nothing";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { parseSearchQuery, searchHref } from "@/lib/catalogue/query";
import { searchCatalogue } from "@/lib/catalogue/search";
import { address } from "@/lib/i18n/address";
import { pageMetadata } from "@/lib/i18n/metadata";
import { scriptText } from "@/lib/interop/schema-org";
import { toDefinedTerm } from "@/lib/interop/schema-org-skills";
import { countTaught, findSkill, listWithin, type SkillView } from "@/lib/skills/queries";
import { plainText, textIn } from "@/lib/texts/texts";

type Props = PageProps<"/[locale]/skills/[id]">;

/** An address of a search with more skills than this is longer than people can send. */
const mostInAddress = 20;
const shown = 10;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const [t, skill] = await Promise.all([getTranslations({ locale, namespace: "skills" }), requireSkill(id, locale)]);
  const label = plainText(skill.labels, locale);
  return pageMetadata({
    locale,
    path: `skills/${id}`,
    title: t("skillTitle", { skill: label }),
    description: plainText(skill.descriptions, locale) || t("skillTitle", { skill: label }),
  });
}

export default async function SkillPage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const skill = await requireSkill(id, locale);
  const [t, { counts }] = await Promise.all([getTranslations("skills"), countTaught()]);
  const uris = await taughtOf(skill, counts);
  const query = parseSearchQuery({ skill: uris });
  const found = uris.length > 0 ? await searchCatalogue(query, locale, { perPage: shown, marked: false, counted: [] }) : undefined;
  const parents = skill.broader.slice(0, 1).map((one) => {
    const label = textIn(one.labels, locale);
    const href = address(locale, `skills/${encodeURIComponent(one.id)}`);
    return { href, name: label?.text ?? one.id, ...(label?.foreign ? { lang: label.language } : {}) };
  });

  return (
    <main id="main" className="wrap pb-8">
      <Breadcrumb label={t("breadcrumb")} steps={[{ href: address(locale, "skills"), name: t("title") }, ...parents]} />
      <ConceptHead kind={skill.kind} concept={skill} />
      <Section id="offerings" title={t("taughtBy")}>
        {found?.source === "database" && <Notice>{t("fromDatabase")}</Notice>}
        {found && found.total > 0 ? (
          <>
            <p className="text-ink-2">{t("offerings", { count: found.total })}</p>
            <ol className="mt-4">
              {found.items.map((item) => (
                <li key={item.id}>
                  <OfferingCard item={item} />
                </li>
              ))}
            </ol>
            {uris.length <= mostInAddress && (
              <ButtonLink href={address(locale, `offerings${searchHref(query)}`)} look="quiet">
                {t("inSearch")}
              </ButtonLink>
            )}
          </>
        ) : (
          <Nothing className="" action={<ButtonLink href={address(locale, "skills")}>{t("browse")}</ButtonLink>}>
            {t("taughtByNone")}
          </Nothing>
        )}
      </Section>
      {skill.narrower.length > 0 && (
        <Section id="narrower" title={t("narrower")}>
          <ConceptList concepts={skill.narrower} folder="skills" counts={counts} />
        </Section>
      )}
      {skill.broader.length > 0 && (
        <Section id="broader" title={t("broader")}>
          <ConceptList concepts={skill.broader} folder="skills" counts={counts} />
        </Section>
      )}
      {skill.neededBy.length > 0 && (
        <Section id="occupations" title={t("neededBy")}>
          <ConceptList concepts={skill.neededBy} folder="skills/occupations" />
        </Section>
      )}
      <EscoNote />
      <JsonLd text={scriptText(toDefinedTerm(skill, locale))} />
    </main>
  );
}

async function requireSkill(id: string, locale: string): Promise<SkillView> {
  return (await findSkill(decodeURIComponent(id), locale)) ?? notFound();
}

/** Itself, or of a group all skills in it, as far as any offering teaches them. */
async function taughtOf({ uri, kind }: SkillView, counts: Record<string, number>): Promise<string[]> {
  const uris = kind === "group" ? await listWithin(uri) : [uri];
  return uris.filter((one) => counts[one]);
}
