import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { BoundsFields } from "@/components/guidance/bounds-fields";
import { LabelField } from "@/components/guidance/label-field";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { ChoiceField } from "@/components/ui/form-fields";
import { HiddenField } from "@/components/ui/hidden-field";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { listTemplates } from "@/lib/guidance/lists/queries";
import { startListAction } from "./actions";

type Props = PageProps<"/[locale]/guidance/lists/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "clients" });
  return { title: t("start"), robots: { index: false } };
}

export default async function NewListPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("guidance/lists/new");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "guidance.use")) notFound();
  const [t, desk, asked, templates] = await Promise.all([
    getTranslations("clients"),
    getTranslations("desk"),
    searchParams,
    listTemplates(actor),
  ]);

  return (
    <DeskPage person={person} part="lists" title={t("start")} intro={t("startIntro")}>
      <ActionForm action={startListAction} problemsTitle={desk("problems")} label={t("start")} className="mt-8 grid max-w-2xl gap-7">
        <HiddenField name="id" value={crypto.randomUUID()} />
        <LabelField />
        {templates.length > 0 && (
          <ChoiceField name="templateId" label={t("template")} hint={t("templateHint")} defaultValue={String(asked.template ?? "")}>
            <option value="">{t("noTemplate")}</option>
            {templates.map(({ id, label, count }) => (
              <option key={id} value={id}>
                {t("templateOption", { label, count })}
              </option>
            ))}
          </ChoiceField>
        )}
        <fieldset className="min-w-0">
          <legend className="mb-1 font-bold text-lg">{t("bounds.title")}</legend>
          <p className="mb-4 max-w-[62ch] text-ink-2 text-sm">{t("bounds.hint")}</p>
          <BoundsFields />
        </fieldset>
        <Button type="submit" className="w-full sm:w-auto sm:justify-self-start">
          {t("start")}
        </Button>
      </ActionForm>
    </DeskPage>
  );
}
