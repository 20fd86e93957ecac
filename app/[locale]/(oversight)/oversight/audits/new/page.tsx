import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { AreaField, TextField } from "@/components/ui/form-fields";
import { HiddenField } from "@/components/ui/hidden-field";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { openAuditAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/audits/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "audits.opening" });
  return { title: t("title"), robots: { index: false } };
}

export default async function NewAuditPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/audits/new");
  if (!mayAtAll(actorOf(person), "audit.act")) notFound();
  const [t, desk, query] = await Promise.all([getTranslations("audits"), getTranslations("desk"), searchParams]);
  const given = (name: string) => [query[name]].flat()[0]?.slice(0, 300) ?? "";

  return (
    <DeskPage person={person} part="audits" title={t("opening.title")} intro={t("opening.intro")}>
      <ActionForm action={openAuditAction} problemsTitle={desk("problems")} className="mt-8 grid max-w-2xl gap-6">
        <HiddenField name="id" value={randomUUID()} />
        <TextField name="provider" label={t("opening.provider")} hint={t("opening.providerHint")} defaultValue={given("provider")} />
        <TextField name="offering" label={t("opening.offering")} hint={t("opening.offeringHint")} defaultValue={given("offering")} />
        <AreaField name="cause" rows={4} label={t("opening.cause")} hint={t("opening.causeHint")} />
        <AreaField name="standards" rows={4} label={t("planning.standards")} hint={t("opening.standardsHint")} />
        <Button type="submit" className="justify-self-start">
          {t("opening.button")}
        </Button>
      </ActionForm>
      <p className="mt-10">
        <a href={address(locale, "oversight/audits")}>{t("list.back")}</a>
      </p>
    </DeskPage>
  );
}
