import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ProblemSaid } from "@/components/desk/problem-said";
import { QualityRows } from "@/components/quality/import-rows";
import { QualityImportSummary } from "@/components/quality/import-summary";
import { QualityTabs } from "@/components/quality/quality-tabs";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { isImportId, pageOf } from "@/lib/imports/page";
import { qualityOutcomes } from "@/lib/quality/imports/outcomes";
import { countQualityOutcomes, findQualityImportFor, listQualityImportRows } from "@/lib/quality/imports/queries";
import { importQualityForRealAction, resumeQualityImportAction, stopQualityImportAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/quality/imports/[id]">;

const pageSize = 50;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "quality.imports" });
  return { title: t("title"), robots: { index: false } };
}

export default async function QualityImportPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const [asked, person] = [await searchParams, await requirePerson(`oversight/quality/imports/${id}`)];
  const actor = actorOf(person);
  const shown = (isImportId(id) ? await findQualityImportFor(actor, id) : undefined) ?? notFound();
  const t = await getTranslations("quality.imports");
  const outcome = qualityOutcomes.find((one) => one === asked.outcome);
  const page = pageOf(asked.page);
  const [counts, rows] = await Promise.all([
    countQualityOutcomes(id),
    listQualityImportRows(id, { limit: pageSize, offset: (page - 1) * pageSize, ...(outcome ? { outcome } : {}) }),
  ]);
  const isOver = !["queued", "running", "failed"].includes(shown.status);

  return (
    <DeskPage person={person} part="quality" title={<span className="[overflow-wrap:anywhere]">{shown.fileName}</span>} done={asked.done}>
      <QualityTabs current="imports" />
      <ProblemSaid code={asked.problem} />
      <QualityImportSummary
        shown={shown}
        actions={
          mayAtAll(actor, "quality.import")
            ? {
                real: importQualityForRealAction.bind(null, id),
                stop: stopQualityImportAction.bind(null, id),
                resume: resumeQualityImportAction.bind(null, id),
              }
            : undefined
        }
      />
      {isOver && (
        <Section id="rows" title={t("rows")}>
          <QualityRows id={id} rows={rows} counts={counts} outcome={outcome} page={page} pageSize={pageSize} />
        </Section>
      )}
    </DeskPage>
  );
}
