import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { SynonymFinds, SynonymSave, SynonymWords } from "@/components/vocabularies/synonym-forms";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { previewQuery, toWords } from "@/lib/synonyms/input";
import { previewSynonyms } from "@/lib/synonyms/queries";
import { problemsWithGroup } from "@/lib/synonyms/synonym";
import { addSynonymsAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/vocabularies/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "vocabularies" });
  return { title: t("newTitle"), robots: { index: false } };
}

export default async function NewSynonymsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/vocabularies/new");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "instance.manage")) notFound();
  const given = await searchParams;
  const asked = previewQuery.parse(given);
  const group = { language: asked.language, words: toWords(asked.words), means: toWords(asked.means) };
  const problems = given.words === undefined ? [] : problemsWithGroup(group);
  const preview = given.words === undefined || problems.length > 0 ? undefined : await previewSynonyms(actor, group);
  const [t, said] = await Promise.all([getTranslations("vocabularies"), getTranslations("problems")]);

  return (
    <DeskPage person={person} part="vocabularies" title={t("newTitle")} intro={t("newIntro")}>
      <p className="mt-4 text-sm">
        <a href={address(locale, "oversight/vocabularies")}>{t("back")}</a>
      </p>
      {problems.length > 0 && (
        <div role="alert" className="mt-5 max-w-2xl rounded-md border-2 border-bad bg-bad-soft px-4 py-3 font-semibold text-bad">
          <ul>
            {problems.map(({ code, field = "words" }) => (
              <li key={`${field} ${code}`}>
                <a href={`#${field}`}>{t(field as "words")}</a>: {said(code)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <SynonymWords asked={asked} />
      {preview && (
        <SynonymFinds preview={preview}>
          <SynonymSave action={addSynonymsAction} asked={asked} />
        </SynonymFinds>
      )}
    </DeskPage>
  );
}
