import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { ChoiceField, TextField } from "@/components/ui/form-fields";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { country } from "@/lib/country/country";
import { proposedId } from "@/lib/offerings/drafts/edit";
import { listOwnReferences } from "@/lib/offerings/drafts/queries";
import { languageName } from "@/lib/vocabularies/vocabulary";
import { createDraftAction } from "./actions";

type Props = PageProps<"/[locale]/manage/offerings/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "editor.new" });
  return { title: t("title"), robots: { index: false } };
}

export default async function NewOfferingPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("manage/offerings/new");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "offering.write")) notFound();
  const [t, desk] = await Promise.all([getTranslations("editor.new"), getTranslations("desk")]);
  const known = (await listOwnReferences(actor)).map(({ reference }) => reference.slice(reference.indexOf(":") + 1));

  return (
    <DeskPage person={person} part="offerings" title={t("title")} intro={t("intro")}>
      <ActionForm action={createDraftAction} problemsTitle={desk("problems")} className="mt-8 grid max-w-xl gap-6">
        <TextField name="title" label={t("name")} required />
        <ChoiceField name="language" label={t("language")} hint={t("languageHint")} defaultValue={locale}>
          {country.languages.map((language) => (
            <option key={language} value={language}>
              {languageName(language, locale)}
            </option>
          ))}
        </ChoiceField>
        <TextField name="externalId" label={t("id")} hint={t("idHint")} defaultValue={proposedId(known)} required />
        <Button type="submit" className="justify-self-start">
          {t("button")}
        </Button>
      </ActionForm>
    </DeskPage>
  );
}
