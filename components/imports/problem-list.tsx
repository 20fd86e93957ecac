import { useLocale, useTranslations } from "next-intl";
import { address } from "@/lib/i18n/address";
import type { Problem, ProblemCode } from "@/lib/result";
import { useColumnName } from "./use-column-name";

/** What is missing in a row and can be stated once for all rows, by the name of the statement. */
const forAll: Partial<Record<ProblemCode, string>> = {
  awardingBodiesMissing: "awardingBodies",
  assessmentMissing: "assessment",
  qualityMissing: "quality",
  languagesMissing: "languages",
};

/** What is wrong with a row: the column, what stands there, and what to do. */
export function ProblemList({ problems }: { problems: Problem[] }) {
  const t = useTranslations("problems");
  const statements = useTranslations("statements");
  const columnName = useColumnName();
  const locale = useLocale();

  return (
    <ul className="space-y-1 text-sm">
      {problems.map(({ code, field, value }) => (
        <li key={`${code} ${field} ${value}`} className="[overflow-wrap:anywhere]">
          {field && <strong className="font-semibold">{columnName(field)}</strong>}
          {value && <span className="ms-1.5 rounded-sm bg-sunk px-1.5 py-0.5 font-mono text-xs">{value}</span>}
          {(field || value) && <br />}
          {t(code)}
          {forAll[code] && (
            <>
              {" "}
              <a href={address(locale, `manage/statements#${forAll[code]}`)} className="inline-block py-0.5">
                {statements("forAll")}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
