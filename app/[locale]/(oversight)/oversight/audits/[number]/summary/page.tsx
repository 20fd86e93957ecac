import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ResultLine } from "@/components/audits/summary-parts";
import { DeskPage } from "@/components/desk/desk-page";
import { InLanguages } from "@/components/desk/in-languages";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Nothing } from "@/components/ui/nothing";
import { auditNumber } from "@/lib/audits/number";
import { findAudit } from "@/lib/audits/queries";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { publishSummaryAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/audits/[number]/summary">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "audits.summary" });
  return { title: t("title"), robots: { index: false } };
}

export default async function AuditSummaryPage({ params }: Props) {
  const { locale, number } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`oversight/audits/${number}/summary`);
  const actor = actorOf(person);
  const found = mayAtAll(actor, "audit.act") ? await findAudit(actor, number) : undefined;
  if (!found) notFound();
  const [t, desk] = await Promise.all([getTranslations("audits"), getTranslations("desk")]);
  const open = found.gate === "open" ? found : null;
  const result = open?.state.result;

  return (
    <DeskPage person={person} part="audits" title={t("summary.title")} intro={auditNumber(found.audit.number)}>
      {!open ? (
        <Nothing>{t("gate.first")}</Nothing>
      ) : !result || result === "discontinued" ? (
        <Nothing>{t("summary.notYet")}</Nothing>
      ) : (
        <>
          <div className="mt-6 text-lg">
            <ResultLine result={result} />
          </div>
          <ActionForm action={publishSummaryAction.bind(null, number)} problemsTitle={desk("problems")} className="mt-6 grid gap-6">
            <InLanguages
              name="text"
              label={t("summary.text")}
              hint={t("summary.hint")}
              rows={6}
              given={(language) => open.summary?.text[language] ?? ""}
            />
            <Button type="submit" className="justify-self-start">
              {t("summary.publish")}
            </Button>
          </ActionForm>
        </>
      )}
      <p className="mt-10">
        <a href={address(locale, `oversight/audits/${number}`)}>{t("head.back", { number: auditNumber(found.audit.number) })}</a>
      </p>
    </DeskPage>
  );
}
