import { useTranslations } from "next-intl";
import { BareChoice } from "@/components/ui/bare-choice";
import { country } from "@/lib/country/country";
import type { ColumnFacts, FileFacts } from "@/lib/imports/facts";
import { type FieldName, fields, isMultilingual } from "@/lib/imports/fields";
import { columnField } from "@/lib/imports/mapping-form";
import { useColumnName } from "./use-column-name";

type TableFacts = FileFacts["tables"][number];

/** The columns of one table of the file: what stands in each, what it is read as, and why. */
export function MappingColumns({ table, remembered }: { table: TableFacts; remembered: boolean }) {
  const t = useTranslations("files.mapping");
  const columns = [...Map.groupBy(table.columns, ({ header }) => header).values()].flatMap(([first]) => first ?? []);

  return (
    <>
      {table.sheet && <h3 className="mb-2 text-xl [overflow-wrap:anywhere]">{table.sheet}</h3>}
      {!table.read && <p className="mb-3 text-ink-2">{t("sheetNotRead")}</p>}
      <ul className="mb-8 border-line border-b">
        {columns.map((column) => (
          <Line key={column.header} column={column} remembered={remembered} />
        ))}
      </ul>
    </>
  );
}

function Line({ column, remembered }: { column: ColumnFacts; remembered: boolean }) {
  const t = useTranslations("files.mapping");
  const name = columnField(column.header);
  const isJoined = column.by === "mapping" && column.header.includes(" + ");
  const by = column.by === null ? "none" : column.by === "mapping" && remembered ? "remembered" : column.by;

  return (
    <li className="grid items-center gap-x-6 gap-y-1 border-line border-t py-3 md:grid-cols-[minmax(0,1fr)_minmax(0,18rem)_8rem]">
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <label htmlFor={name} className="font-semibold">
          <span className="sr-only">{t("column")}: </span>
          {column.header}
        </label>
        {column.examples.length > 0 && <p className="text-ink-2 text-sm">{column.examples.join(" · ")}</p>}
      </div>
      {isJoined ? <p>{t("joined")}</p> : <FieldSelect name={name} chosen={column.field ?? ""} />}
      <p className={`text-sm ${column.by === "guess" ? "font-semibold text-warn" : "text-ink-2"}`}>
        <span className="sr-only">{t("why")}: </span>
        {t(`by.${by}`)}
      </p>
    </li>
  );
}

const names = Object.keys(fields) as FieldName[];

function FieldSelect({ name, chosen }: { name: string; chosen: string }) {
  const t = useTranslations("files.mapping");
  const columnName = useColumnName();
  const groups = [
    ["offering", names.filter((field) => !fields[field].session)],
    ["language", names.filter(isMultilingual).flatMap((field) => country.languages.map((language) => `${field}_${language}`))],
    ["session", names.filter((field) => fields[field].session)],
  ] as const;
  const isOffered = chosen === "" || groups.some(([, all]) => (all as readonly string[]).includes(chosen));

  return (
    <BareChoice name={name} defaultValue={chosen}>
      <option value="">{t("ignore")}</option>
      {!isOffered && <option value={chosen}>{columnName(chosen)}</option>}
      {groups.map(([group, all]) => (
        <optgroup key={group} label={t(`groups.${group}`)}>
          {all.map((field) => (
            <option key={field} value={field}>
              {columnName(field)}
            </option>
          ))}
        </optgroup>
      ))}
    </BareChoice>
  );
}
