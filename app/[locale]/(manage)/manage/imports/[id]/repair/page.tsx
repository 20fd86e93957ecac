import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ImportTabs } from "@/components/imports/import-tabs";
import { CodeLists, RepairRow } from "@/components/imports/repair-row";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Pagination } from "@/components/ui/pagination";
import { actorOf } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";
import { editorFor } from "@/lib/imports/cell-editor";
import type { FileFacts } from "@/lib/imports/facts";
import { isImportId, pageOf } from "@/lib/imports/page";
import { findImportFor } from "@/lib/imports/queries";
import { columnsOf } from "@/lib/imports/repair";
import { countBadRows, listBadRows } from "@/lib/imports/repairs/queries";
import { listLabels } from "@/lib/terms/queries";
import { keepRepairsAction } from "./actions";

type Props = PageProps<"/[locale]/manage/imports/[id]/repair">;

const pageSize = 40;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "files" });
  return { title: t("repair.title"), robots: { index: false } };
}

export default async function RepairPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const [query, person] = [await searchParams, await requirePerson(`manage/imports/${id}/repair`)];
  const actor = actorOf(person);
  const shown = isImportId(id) ? await findImportFor(actor, id) : undefined;
  if (!shown?.hasFile || !may(actor, "catalogue.import", shown)) notFound();
  const total = await countBadRows(id);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(pages, pageOf(query.page));
  const rows = await listBadRows(id, shown.repairs, { limit: pageSize, offset: (page - 1) * pageSize });
  const [t, desk] = [await getTranslations("files.repair"), await getTranslations("desk")];
  const number = (value: number) => formatNumber(value, locale);
  const fieldOf = fieldsByHeader(shown.facts as FileFacts | null);
  const used = rows.flatMap(({ problems }) => problems.flatMap(columnsOf)).flatMap((column) => editorFor(fieldOf(column)).vocabulary ?? []);

  return (
    <DeskPage person={person} part="imports" title={t("title")} intro={t("intro")} done={query.done}>
      <ImportTabs id={id} current="repair" badRows={total} mayWrite />
      {rows.length === 0 ? (
        <p className="mt-8">{t("none")}</p>
      ) : (
        <ActionForm action={keepRepairsAction.bind(null, id, page)} problemsTitle={desk("problems")} label={t("title")} className="mt-6">
          <p className="mb-4 text-ink-2 text-sm">
            {pages > 1
              ? t("shown", {
                  from: number((page - 1) * pageSize + 1),
                  to: number((page - 1) * pageSize + rows.length),
                  rows: number(total),
                })
              : null}
          </p>
          {rows.map((row) => (
            <RepairRow key={`${row.sheet} ${row.row}`} row={row} fieldOf={fieldOf} />
          ))}
          <CodeLists names={[...new Set(used)]} labels={await listLabels()} />
          <div className="sticky bottom-0 flex flex-wrap gap-3 border-line-strong border-t bg-paper py-4">
            <Button type="submit" name="then" value="again">
              {t("again")}
            </Button>
            <Button type="submit" name="then" value="later" look="quiet">
              {t("later")}
            </Button>
          </div>
        </ActionForm>
      )}
      <Pagination page={page} pages={pages} href={(one) => address(locale, `manage/imports/${id}/repair?page=${one}`)} />
    </DeskPage>
  );
}

/** What the headers of the file are read as, so that each cell is written as its column is. */
function fieldsByHeader(facts: FileFacts | null): (column: string) => string | undefined {
  const known = new Map(facts?.tables.flatMap(({ columns }) => columns.map(({ header, field }) => [header, field ?? undefined] as const)));
  return (column) => known.get(column) ?? column;
}
