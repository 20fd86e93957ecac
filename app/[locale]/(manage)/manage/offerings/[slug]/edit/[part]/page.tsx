import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { CompletenessPanel, languagesIn } from "@/components/offerings-desk/completeness-panel";
import { EditorForm } from "@/components/offerings-desk/editor-form";
import { LanguageChoice } from "@/components/offerings-desk/language-choice";
import { OfferingTabs } from "@/components/offerings-desk/offering-tabs";
import { type PartContext, PartFields } from "@/components/offerings-desk/part-fields";
import { PartNav } from "@/components/offerings-desk/part-nav";
import { PendingNotice } from "@/components/offerings-desk/pending-notice";
import { useEditorWords } from "@/components/offerings-desk/use-editor-words";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { authoritiesCalled, country } from "@/lib/country/country";
import { untouched } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { findCompetence } from "@/lib/jurisdictions/queries";
import type { OfferingContent } from "@/lib/offerings/content";
import { formOf } from "@/lib/offerings/drafts/form";
import { type EditorPart, fieldsOf, isEditorPart, statementOf, valuesOfPart } from "@/lib/offerings/drafts/parts";
import { findOwnOffering, listBodies, listOwnReferences, type OwnOffering } from "@/lib/offerings/drafts/queries";
import { staleTranslations } from "@/lib/offerings/drafts/translations";
import { titleOf } from "@/lib/offerings/publication";
import { listSkills } from "@/lib/skills/queries";
import { type OfferedSkills, searchForOutcomes, suggestSkills } from "@/lib/skills/suggestions/queries";
import { choosableLabels, findTerms } from "@/lib/terms/queries";
import { levelName, nationalLevels } from "@/lib/terms/term";
import { plainText } from "@/lib/texts/texts";
import { savePartAction } from "./actions";

type Props = PageProps<"/[locale]/manage/offerings/[slug]/edit/[part]">;
const fieldSearch = "field-search";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "editor" });
  return { title: t("title"), robots: { index: false } };
}

export default async function EditPage({ params, searchParams }: Props) {
  const { locale, slug, part } = await params;
  setRequestLocale(locale);
  const path = `manage/offerings/${slug}/edit/${part}`;
  const person = await requirePerson(path);
  const actor = actorOf(person);
  const own = await findOwnOffering(actor, slug);
  const content = own?.pending?.content ?? own?.live?.content;
  if (!own || !content || !isEditorPart(part)) notFound();
  const t = await getTranslations("editor");
  const query = await searchParams;
  const { original, second, offered } = languagesOf(content, query.with);
  const mayWrite = mayAtAll(actor, "offering.write") && own.status !== "archived";
  const shown = [original, ...(second ? [second] : [])];
  const context = await contextOf(
    own,
    part,
    shown,
    locale,
    { field: String(query.field ?? ""), skill: String(query.skill ?? "").slice(0, 100) },
    await listOwnReferences(actor),
  );

  return (
    <DeskPage person={person} part="offerings" title={<span lang={original}>{titleOf(content) || slug}</span>} done={query.done}>
      <OfferingTabs slug={slug} externalId={own.externalId} current="edit" />
      <PendingNotice own={own} />
      <PartNav slug={slug} current={part} second={second} />
      <div className="mt-7 grid items-start gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_17.5rem]">
        <div className="min-w-0">
          <h2 className="text-2xl">{t(`parts.${part}.name`)}</h2>
          <p className="mt-1 mb-6 max-w-[62ch] text-ink-2">{t(`parts.${part}.text`)}</p>
          <LanguageChoice original={original} languages={offered} second={second} />
          <form id={fieldSearch} method="get">
            {second && <input type="hidden" name="with" value={second} />}
          </form>
          <div className="mt-6">
            {mayWrite ? (
              <Form key={String(query.at ?? "")} own={own} part={part} path={path} languages={shown} context={context} locale={locale} />
            ) : (
              <fieldset disabled className="[&_button]:hidden">
                <legend className="mb-5 text-ink-2">{t(own.status === "archived" ? "archived" : "readOnly")}</legend>
                <PartFields fields={fieldsOf(part)} context={context} />
              </fieldset>
            )}
          </div>
        </div>
        <CompletenessPanel slug={slug} content={content} />
      </div>
    </DeskPage>
  );
}

type FormProps = { own: OwnOffering; part: EditorPart; path: string; languages: string[]; context: PartContext; locale: string };

function Form({ own, part, path, languages, context, locale }: FormProps) {
  const words = useEditorWords();
  const start = {
    ...untouched,
    revision: own.pending?.revision ?? 0,
    base: JSON.stringify(valuesOfPart(context.content, part)),
    clashes: [],
    savedAt: null,
    fields: null,
  };
  return (
    <EditorForm
      action={savePartAction.bind(null, { slug: own.slug, part, languages })}
      start={start}
      place={address(locale, `${path}${languages[1] ? `?with=${languages[1]}` : ""}`)}
      words={words}
    >
      <PartFields fields={fieldsOf(part)} context={context} />
    </EditorForm>
  );
}

function languagesOf(
  content: OwnOffering["provider"]["statements"] & Parameters<typeof languagesIn>[0],
  wanted: string | string[] | undefined,
) {
  const original = content.originalLanguage;
  const offered = [...new Set<string>([...country.languages, ...languagesIn(content)])];
  const second = offered.find((language) => language === wanted && language !== original);
  return { original, second, offered };
}

async function contextOf(
  own: OwnOffering,
  part: EditorPart,
  languages: string[],
  locale: string,
  query: { field: string; skill: string },
  references: Awaited<ReturnType<typeof listOwnReferences>>,
): Promise<PartContext> {
  const content = own.pending?.content ?? own.live?.content;
  if (!content) notFound();
  const [original, second] = languages;
  const authority = authoritiesCalled((await findCompetence(today()))(own.provider.nuts ?? ""))[0];
  const terms = await findTerms();
  const levels = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((eqf) => {
    const national = authority ? nationalLevels(terms, country.frameworks, authority, eqf, today()) : [];
    return national.length > 0 ? [[eqf, national.map((level) => levelName(level, locale)).join(", ")] as const] : [];
  });
  return {
    content,
    editing: { languages, values: formOf(content, part, languages), stale: second ? staleTranslations(content, second) : [] },
    stated: new Set(Object.keys(own.provider.statements).filter((field) => statementOf(own.provider.statements, field) !== undefined)),
    national: Object.fromEntries(levels),
    labels: await choosableLabels(content.quality),
    bodies: part === "quality" ? (await listBodies()).map(({ name }) => plainText(name, locale)) : [],
    references: references.map(({ reference, title }) => ({ reference, title: plainText(title, locale, original) })),
    fieldSearch: { query: query.field, form: fieldSearch },
    skillSearch: { ...(await offeredSkills(content, part, query.skill, locale)), query: query.skill, form: fieldSearch },
  };
}

async function offeredSkills(content: OfferingContent, part: EditorPart, query: string, locale: string): Promise<OfferedSkills> {
  if (!fieldsOf(part).includes("outcomes")) return { named: [], found: [], suggested: [] };
  const [named, found, suggested] = await Promise.all([
    listSkills(content.outcomes.flatMap(({ skills }) => skills)),
    searchForOutcomes(query, locale),
    suggestSkills(content),
  ]);
  return { named, found, suggested };
}
