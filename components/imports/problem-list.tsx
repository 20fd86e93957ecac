import { useTranslations } from "next-intl";
import type { Problem } from "@/lib/result";
import { useColumnName } from "./use-column-name";

/** What is wrong with a row: the column, what stands there, and what to do. */
export function ProblemList({ problems }: { problems: Problem[] }) {
  const t = useTranslations("problems");
  const columnName = useColumnName();

  return (
    <ul className="space-y-1 text-sm">
      {problems.map(({ code, field, value }) => (
        <li key={`${code} ${field} ${value}`} className="[overflow-wrap:anywhere]">
          {field && <strong className="font-semibold">{columnName(field)}</strong>}
          {value && <span className="ms-1.5 rounded-sm bg-sunk px-1.5 py-0.5 font-mono text-xs">{value}</span>}
          {(field || value) && <br />}
          {t(code)}
        </li>
      ))}
    </ul>
  );
}
