import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { MakeTemplateForm } from "@/components/guidance/make-template-form";
import { TemplateTable } from "@/components/guidance/template-table";
import { Nothing } from "@/components/ui/nothing";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { listsOf, listTemplates } from "@/lib/guidance/lists/queries";
import { address } from "@/lib/i18n/address";
import { paged } from "@/lib/pages/paged";
import { makeTemplateAction } from "./actions";

type Props = PageProps<"/[locale]/guidance/templates">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "guidance.templates" });
  return { title: t("title"), robots: { index: false } };
}

export default async function TemplatesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("guidance/templates");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "guidance.use")) notFound();
  const leads = mayAtAll(actor, "guidance.lead");
  const [t, query, templates, own] = await Promise.all([
    getTranslations("guidance.templates"),
    searchParams,
    listTemplates(actor),
    leads ? listsOf(actor) : [],
  ]);
  const { shown, page, pages } = paged(templates, query.page);

  return (
    <DeskPage person={person} part="templates" title={t("title")} intro={t(leads ? "introLead" : "intro")} done={query.done}>
      {templates.length === 0 ? (
        <Nothing>{t(leads ? "emptyLead" : "empty")}</Nothing>
      ) : (
        <div className="mt-7">
          <TemplateTable templates={shown} leads={leads} />
          <Pagination page={page} pages={pages} href={(one) => address(locale, `guidance/templates?page=${one}`)} />
        </div>
      )}
      {leads && (
        <Section id="make" title={t("make")}>
          <MakeTemplateForm own={own} action={makeTemplateAction} />
        </Section>
      )}
    </DeskPage>
  );
}
