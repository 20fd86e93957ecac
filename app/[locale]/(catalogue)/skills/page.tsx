import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { LocalText } from "@/components/offerings/local-text";
import { EscoNote } from "@/components/skills/concept-head";
import { ConceptList } from "@/components/skills/concept-list";
import { ButtonLink } from "@/components/ui/button";
import { Nothing } from "@/components/ui/nothing";
import { QuestionBox } from "@/components/ui/question-box";
import { Section } from "@/components/ui/section";
import { address } from "@/lib/i18n/address";
import { pageMetadata } from "@/lib/i18n/metadata";
import { countTaught, listBroadest, searchSkills } from "@/lib/skills/queries";

type Props = PageProps<"/[locale]/skills">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "skills" });
  return pageMetadata({ locale, path: "skills", title: t("title"), description: t("lead"), noindex: asked((await searchParams).q) !== "" });
}

export default async function SkillsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const q = asked((await searchParams).q);
  const [t, { counts }, broadest, found] = await Promise.all([
    getTranslations("skills"),
    countTaught(),
    listBroadest(locale),
    searchSkills(q, locale),
  ]);
  const isEmpty = broadest.branches.length === 0 && broadest.occupations.length === 0;
  const { skills, occupations } = q === "" ? { skills: [], occupations: broadest.occupations } : found;

  return (
    <main id="main" className="wrap pb-8">
      <h1 className="mt-10 text-3xl">{t("title")}</h1>
      <p className="mt-3 mb-7 max-w-[62ch] text-ink-2">{t("lead")}</p>
      {isEmpty ? (
        <Nothing action={<ButtonLink href={address(locale, "offerings")}>{t("toSearch")}</ButtonLink>}>{t("none")}</Nothing>
      ) : (
        <>
          <search>
            <form action={address(locale, "skills")}>
              <QuestionBox label={t("search")} placeholder={t("example")} submit={t("submit")} defaultValue={q} maxLength={100} />
            </form>
          </search>
          {q !== "" && (
            <p role="status" className="mt-6 font-semibold">
              {t("found", { skills: skills.length, occupations: occupations.length })}
            </p>
          )}
          {q !== "" && skills.length + occupations.length === 0 && (
            <Nothing action={<ButtonLink href={address(locale, "skills")}>{t("browse")}</ButtonLink>}>{t("nothing")}</Nothing>
          )}
          {q === "" && (
            <Section id="groups" title={t("groups")}>
              {broadest.branches.map(({ group, within }) => (
                <div key={group.uri} className="mt-6">
                  <h3 className="mb-2 font-semibold text-lg">
                    <a href={address(locale, `skills/${encodeURIComponent(group.id)}`)}>
                      <LocalText texts={group.labels} quiet />
                    </a>
                  </h3>
                  <ConceptList concepts={within.map(({ kind: _, ...one }) => one)} folder="skills" />
                </div>
              ))}
            </Section>
          )}
          {skills.length > 0 && (
            <Section id="skills" title={t("skills")}>
              <ConceptList concepts={skills} folder="skills" counts={counts} />
            </Section>
          )}
          {occupations.length > 0 && (
            <Section id="occupations" title={t("occupations")}>
              <p className="mb-4 max-w-[62ch] text-ink-2">{t("occupationsLead")}</p>
              <ConceptList concepts={occupations} folder="skills/occupations" />
            </Section>
          )}
          <EscoNote />
        </>
      )}
    </main>
  );
}

function asked(q: string | string[] | undefined): string {
  return ([q ?? ""].flat()[0] ?? "").trim().slice(0, 100);
}
