import { useLocale, useTranslations } from "next-intl";
import { BareText } from "@/components/ui/bare-text";
import { formatNumber } from "@/lib/i18n/format";
import { type CellEditor, editorFor } from "@/lib/imports/cell-editor";
import { columnsOf } from "@/lib/imports/repair";
import { problemsToAsk } from "@/lib/imports/repairs/bad-row";
import { cellName } from "@/lib/imports/repairs/cell-name";
import type { BadRow } from "@/lib/imports/repairs/queries";
import type { Term } from "@/lib/terms/term";
import { plainText } from "@/lib/texts/texts";
import { labelOf, vocabulary } from "@/lib/vocabularies/vocabulary";
import { OutcomeMark } from "./import-state-mark";
import { useColumnName } from "./use-column-name";

/** One row to put right: each problem with the fields in which to do it. */
export function RepairRow({ row, fieldOf }: { row: BadRow; fieldOf: (column: string) => string | undefined }) {
  const [t, problems] = [useTranslations("files"), useTranslations("problems")];
  const locale = useLocale();
  const id = `row-${row.row}-${row.sheet.replace(/\W+/g, "")}`;
  const asked = new Set<string>();

  return (
    <section aria-labelledby={id} className="border-line border-t py-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id={id} className="min-w-0 font-semibold text-lg [overflow-wrap:anywhere]">
          {row.sheet
            ? t("repair.rowOf", { sheet: row.sheet, row: formatNumber(row.row, locale) })
            : t("repair.row", { row: formatNumber(row.row, locale) })}
          <span className="font-normal"> · {[row.externalId, row.title ?? t("result.noTitle")].filter(Boolean).join(" · ")}</span>
        </h2>
        <OutcomeMark outcome={row.outcome} />
      </div>
      <div className="mt-3 grid gap-x-8 gap-y-4 md:grid-cols-2">
        {problemsToAsk(row.problems, fieldOf).map((problem) => {
          const columns = columnsOf(problem).filter((column) => column in row.cells && !asked.has(column));
          for (const column of columns) asked.add(column);
          const told = `${id}-${problem.code}-${problem.field ?? ""}`.replace(/[^\w-]+/g, "_");
          return (
            <div key={`${problem.code} ${problem.field} ${problem.value}`} className="min-w-0">
              {columns.map((column) => (
                <Cell key={column} row={row} column={column} editor={editorFor(fieldOf(column))} described={told} />
              ))}
              <p id={told} className="mt-1 max-w-[62ch] text-ink-2 text-sm [overflow-wrap:anywhere]">
                {problems(problem.code)}
              </p>
            </div>
          );
        })}
      </div>
    </section>
  );
}

function Cell({ row, column, editor, described }: { row: BadRow; column: string; editor: CellEditor; described: string }) {
  const columnName = useColumnName();
  const name = cellName({ sheet: row.sheet, row: row.row, column });
  const value = row.cells[column] ?? "";
  return (
    <div className="mb-2">
      <label htmlFor={name} className="mb-1 block font-semibold text-sm">
        {columnName(column)}
      </label>
      <BareText
        name={name}
        defaultValue={value}
        rows={editor.kind === "lines" ? Math.min(8, Math.max(2, value.split("\n").length)) : undefined}
        list={editor.vocabulary && `codes-${editor.vocabulary}`}
        aria-describedby={described}
      />
    </div>
  );
}

/** The terms that fields of codes offer while one types; they are read by code and by name. */
export function CodeLists({ names, labels }: { names: NonNullable<CellEditor["vocabulary"]>[]; labels: Term[] }) {
  const locale = useLocale();
  return names.map((name) => (
    <datalist key={name} id={`codes-${name}`}>
      {vocabulary(name).map(({ code }) => (
        <option key={code} value={code}>
          {labelOf(name, code, locale)}
        </option>
      ))}
      {name === "qualityStandards" &&
        labels.map((label) => (
          <option key={label.code} value={label.code}>
            {plainText(label.names, locale)}
          </option>
        ))}
    </datalist>
  ));
}
