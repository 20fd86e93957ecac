import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ButtonLink } from "@/components/ui/button";
import { Nothing } from "@/components/ui/nothing";
import { NewTerm } from "@/components/vocabularies/term-forms";
import { TermTable } from "@/components/vocabularies/term-table";
import { VocabularyTabs } from "@/components/vocabularies/vocabulary-tabs";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { isTermList, termLists } from "@/lib/terms/input";
import { listTerms } from "@/lib/terms/queries";
import { addTermAction, endTermAction, renameTermAction, resumeTermAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/vocabularies/[list]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, list } = await params;
  const t = await getTranslations({ locale, namespace: "vocabularies.terms" });
  return { title: isTermList(list) ? t(`${list}.title`) : "", robots: { index: false } };
}

/** National levels or quality labels: what each is called, since when, and what can be done with it. */
export default async function TermsPage({ params, searchParams }: Props) {
  const { locale, list } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`oversight/vocabularies/${list}`);
  if (!isTermList(list)) notFound();
  const actor = actorOf(person);
  const kind = termLists[list];
  const terms = (await listTerms(actor, kind)) ?? notFound();
  const t = await getTranslations("vocabularies.terms");
  const isKeeper = mayAtAll(actor, "instance.manage");
  const changing = isKeeper
    ? (code: string) => ({
        rename: renameTermAction.bind(null, { list, code }),
        end: endTermAction.bind(null, { list, code }),
        resume: resumeTermAction.bind(null, { list, code }),
      })
    : null;

  return (
    <DeskPage
      person={person}
      part="vocabularies"
      title={t(`${list}.title`)}
      intro={`${t(`${list}.intro`)} ${t(isKeeper ? "dated" : "keeper")}`}
      done={(await searchParams).done}
      actions={isKeeper && <ButtonLink href="#new">{t(`${list}.add`)}</ButtonLink>}
    >
      <VocabularyTabs current={list} />
      {terms.length === 0 ? <Nothing>{t(`${list}.nothing`)}</Nothing> : <TermTable kind={kind} terms={terms} changing={changing} />}
      {isKeeper && <NewTerm kind={kind} action={addTermAction.bind(null, list)} />}
    </DeskPage>
  );
}
