import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ImportSummary } from "@/components/imports/import-summary";
import { ImportTabs } from "@/components/imports/import-tabs";
import { OutcomeFilter } from "@/components/imports/outcome-filter";
import { RowTable } from "@/components/imports/row-table";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { findChanges } from "@/lib/imports/changes/queries";
import type { Outcome } from "@/lib/imports/decide";
import { countLeftBehind } from "@/lib/imports/left-behind/queries";
import { isImportId, pageOf } from "@/lib/imports/page";
import { countOutcomes, findImportFor, listImportRows, type ShownImport } from "@/lib/imports/queries";
import { countBadRows } from "@/lib/imports/repairs/queries";
import { importState, isUnderWay, outcomes } from "@/lib/imports/state";
import { countUndo } from "@/lib/imports/undo/queries";
import { importForRealAction, resumeImportAction, stopImportAction } from "./actions";

type Props = PageProps<"/[locale]/manage/imports/[id]">;

const pageSize = 50;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "files" });
  return { title: t("list.title"), robots: { index: false } };
}

export default async function ImportPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const [query, person] = [await searchParams, await requirePerson(`manage/imports/${id}`)];
  const actor = actorOf(person);
  const shown = isImportId(id) ? await findImportFor(actor, id) : undefined;
  if (!shown) notFound();
  const [t, problems] = [await getTranslations("files"), await getTranslations("problems")];
  const state = importState({ ...shown, undoAsked: shown.undoAskedAt !== null, undone: shown.undoneAt !== null });
  const isOver = !isUnderWay(state) && state !== "failed";
  const badRows = isOver ? await countBadRows(id) : 0;
  const mayWrite = may(actor, "catalogue.import", shown) && shown.hasFile;
  const problem = String(query.problem ?? "") as "importAtWork";

  return (
    <DeskPage person={person} part="imports" title={<span className="[overflow-wrap:anywhere]">{shown.fileName}</span>} done={query.done}>
      <ImportTabs id={id} current="result" badRows={badRows} mayWrite={mayWrite} />
      {problem && problems.has(problem) && (
        <div role="alert" className="mt-5">
          <Notice>{problems(problem)}</Notice>
        </div>
      )}
      <ImportSummary
        shown={shown}
        state={state}
        mayWrite={mayWrite}
        mayUndo={may(actor, "import.undo", shown)}
        badRows={badRows}
        left={isOver && state !== "undone" ? await countLeftBehind(shown) : undefined}
        undo={state === "undone" || state === "undoing" ? await countUndo(id) : undefined}
        actions={{
          real: importForRealAction.bind(null, id),
          stop: stopImportAction.bind(null, id),
          resume: resumeImportAction.bind(null, id),
        }}
      />
      {isOver && (
        <Section id="rows" title={shown.dryRun ? t("result.dryTitle") : t("result.doneTitle")}>
          {shown.dryRun && <p className="mb-4">{t("result.dryText")}</p>}
          <Rows shown={shown} query={query} locale={locale} />
        </Section>
      )}
    </DeskPage>
  );
}

async function Rows({
  shown,
  query,
  locale,
}: {
  shown: ShownImport;
  query: Record<string, string | string[] | undefined>;
  locale: string;
}) {
  const counts = await countOutcomes(shown.id);
  const outcome = outcomes.find((one) => one === query.outcome);
  const page = pageOf(query.page);
  const rows = await listImportRows(shown.id, { limit: pageSize, offset: (page - 1) * pageSize, ...(outcome ? { outcome } : {}) });
  const changes = await findChanges(
    shown.id,
    rows.flatMap(({ offeringId }) => offeringId ?? []),
  );
  const total = outcome ? (counts[outcome] ?? 0) : outcomes.reduce((sum, one) => sum + (counts[one] ?? 0), 0);
  const href = (one: Outcome | undefined, at = 1) => {
    const search = new URLSearchParams({ ...(one ? { outcome: one } : {}), ...(at > 1 ? { page: String(at) } : {}) });
    return address(locale, `manage/imports/${shown.id}${search.size > 0 ? `?${search}` : ""}#rows`);
  };

  return (
    <>
      <OutcomeFilter counts={counts} chosen={outcome} dryRun={shown.dryRun} href={href} />
      <div className="mt-5 mb-6">
        <RowTable rows={rows} changes={changes} />
      </div>
      <Pagination page={page} pages={Math.ceil(total / pageSize)} href={(one) => href(outcome, one)} />
    </>
  );
}
