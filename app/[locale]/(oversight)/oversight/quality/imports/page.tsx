import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { QualityImportList } from "@/components/quality/import-list";
import { QualityTabs } from "@/components/quality/quality-tabs";
import { QualityUpload } from "@/components/quality/upload";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { pageOf } from "@/lib/imports/page";
import { listQualityImports } from "@/lib/quality/imports/queries";

type Props = PageProps<"/[locale]/oversight/quality/imports">;

const pageSize = 25;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "quality.imports" });
  return { title: t("title"), robots: { index: false } };
}

export default async function QualityImportsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const [asked, person] = [await searchParams, await requirePerson("oversight/quality/imports")];
  const actor = actorOf(person);
  if (!mayAtAll(actor, "quality.read")) notFound();
  const page = pageOf(asked.page);
  const { imports, total } = await listQualityImports(actor, { limit: pageSize, offset: (page - 1) * pageSize });
  const [t, problems] = [await getTranslations("quality.imports"), await getTranslations("problems")];
  const code = String(asked.problem ?? "") as "fileEmpty";

  return (
    <DeskPage person={person} part="quality" title={t("title")} intro={t("intro")} done={asked.done}>
      <QualityTabs current="imports" />
      {mayAtAll(actor, "quality.import") && (
        <Section id="upload" title={t("upload")}>
          <QualityUpload problem={code && problems.has(code) ? problems(code) : undefined} />
        </Section>
      )}
      <Section id="history" title={t("history")}>
        <QualityImportList imports={imports} />
        <Pagination
          page={page}
          pages={Math.ceil(total / pageSize)}
          href={(one) => address(locale, `oversight/quality/imports?page=${one}`)}
        />
      </Section>
    </DeskPage>
  );
}
