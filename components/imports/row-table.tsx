import { useLocale, useTranslations } from "next-intl";
import { ChangeList } from "@/components/offerings/change-list";
import { Details } from "@/components/ui/details";
import { tableLook as look } from "@/components/ui/table-look";
import { address } from "@/lib/i18n/address";
import { formatList, formatNumber } from "@/lib/i18n/format";
import type { ShownChange } from "@/lib/imports/changes/queries";
import type { ReportRow } from "@/lib/imports/decide";
import { OutcomeMark } from "./import-state-mark";
import { ProblemList } from "./problem-list";

/** Rows of a file with what becomes, or became, of each: its problems, and what changes as it was and as it is. */
export function RowTable({ rows, changes }: { rows: ReportRow[]; changes: ReadonlyMap<string, ShownChange> }) {
  const t = useTranslations("files.result");
  if (rows.length === 0) return <p className="text-ink-2">{t("none")}</p>;
  const shown = new Set<string>();

  return (
    <table className={`${look.table} sm:table-fixed`}>
      <caption className="sr-only">{t("rows")}</caption>
      <thead className={look.head}>
        <tr className={look.headRow}>
          <th scope="col" className={`w-16 ${look.headCell}`}>
            {t("row")}
          </th>
          <th scope="col" className={`w-[34%] ${look.headCell}`}>
            {t("offering")}
          </th>
          <th scope="col" className={look.headCell}>
            {t("outcome")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const change = row.offeringId ? changes.get(row.offeringId) : undefined;
          const isFirst = row.offeringId !== null && !shown.has(row.offeringId);
          if (row.offeringId) shown.add(row.offeringId);
          return <Line key={`${row.sheet} ${row.row}`} row={row} change={isFirst ? change : undefined} slug={change?.slug ?? null} />;
        })}
      </tbody>
    </table>
  );
}

function Line({ row, change, slug }: { row: ReportRow; change: ShownChange | undefined; slug: string | null }) {
  const t = useTranslations("files.result");
  const locale = useLocale();
  const title = row.title ?? t("noTitle");

  return (
    <tr className={look.row}>
      <th scope="row" className={`${look.cell} text-start font-normal text-ink-2 text-sm tabular-nums`}>
        <span className="sm:hidden">{t("row")} </span>
        {formatNumber(row.row, locale)}
      </th>
      <td className={`${look.cell} [overflow-wrap:anywhere]`}>
        {slug && row.outcome !== "draft" ? <a href={address(locale, `offerings/${slug}`)}>{title}</a> : title}
        <span className="block text-ink-2 text-sm">{[row.externalId, row.sheet].filter(Boolean).join(" · ")}</span>
      </td>
      <td className={`${look.cell} space-y-2`}>
        <OutcomeMark outcome={row.outcome} />
        {row.problems.length > 0 && <ProblemList problems={row.problems} />}
        {change && <WhatChanges change={change} />}
      </td>
    </tr>
  );
}

function WhatChanges({ change: { changes, original, sessionsAdded, sessionsChanged } }: { change: ShownChange }) {
  const t = useTranslations("files.result");
  const fields = useTranslations("offering.history.fields");
  const locale = useLocale();
  const names = [...new Set(changes.map(({ field }) => field))].map((field) => fields(field));

  return (
    <>
      {names.length > 0 && (
        <Details summary={`${t("changes", { fields: names.length })}: ${formatList(names, locale)}`}>
          <ChangeList changes={changes} original={original} />
        </Details>
      )}
      {sessionsAdded + sessionsChanged > 0 && (
        <p className="text-ink-2 text-sm">
          {t("sessions", { added: formatNumber(sessionsAdded, locale), changed: formatNumber(sessionsChanged, locale) })}
        </p>
      )}
    </>
  );
}
