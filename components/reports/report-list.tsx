import { useLocale, useTranslations } from "next-intl";
import { ListSearch } from "@/components/desk/list-search";
import { LocalText } from "@/components/offerings/local-text";
import { SelectField } from "@/components/ui/field";
import { Nothing } from "@/components/ui/nothing";
import { Pagination } from "@/components/ui/pagination";
import { tableLook as look } from "@/components/ui/table-look";
import { ToneMark } from "@/components/ui/tone-mark";
import { today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { type ReportQuery, reportFilters } from "@/lib/reports/input";
import type { ReportPage, ReportView } from "@/lib/reports/queries";
import { caseNumber, isOfSite, lateOn, type ReportKind, reportState } from "@/lib/reports/report";

/** Cases with their clocks, for the authority or for the provider. */
export function ReportList({
  found,
  query,
  path,
}: {
  found: ReportPage;
  query: ReportQuery;
  path: "oversight/reports" | "manage/reports";
}) {
  const t = useTranslations("reports.list");
  const here = address(useLocale(), path);
  const to = (page: number) => `${here}?${new URLSearchParams({ ...query, page: String(page) })}`;

  return (
    <>
      <ListSearch here={here} label={t("q")} words={query.q} show={t("show")}>
        <SelectField id="state" name="state" label={t("filter")} defaultValue={query.state}>
          {reportFilters.map((state) => (
            <option key={state} value={state}>
              {t(`is.${state}`)}
            </option>
          ))}
        </SelectField>
      </ListSearch>
      {found.total === 0 ? (
        <Nothing action={query.state === "all" && query.q === "" ? undefined : <a href={`${here}?state=all`}>{t("all")}</a>}>
          {t("nothing")}
        </Nothing>
      ) : (
        <>
          <p role="status" className="mt-6 mb-2 font-semibold">
            {t("found", { count: found.total })}
          </p>
          <ReportTable rows={found.rows} path={path} />
        </>
      )}
      <div className="mt-6">
        <Pagination page={found.page} pages={found.pages} href={to} />
      </div>
    </>
  );
}

function ReportTable({ rows, path }: { rows: ReportView[]; path: string }) {
  const t = useTranslations("reports");
  const locale = useLocale();
  return (
    <table className={look.table}>
      <thead className={look.head}>
        <tr className={look.headRow}>
          {(["case", "about", "state", "due"] as const).map((column) => (
            <th key={column} scope="col" className={look.headCell}>
              {t(`list.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.number} className={look.row}>
            <th scope="row" className={`${look.cell} whitespace-nowrap text-start font-normal tabular-nums`}>
              <a href={address(locale, `${path}/${row.number}`)} className="font-semibold">
                {caseNumber(row.number)}
              </a>
            </th>
            <td className={look.name}>
              {isOfSite(row.page) ? (
                t("list.site")
              ) : (
                <LocalText texts={row.title ?? row.provider} {...(row.original ? { original: row.original } : {})} quiet />
              )}
              <span className="block text-ink-2 text-sm">
                {t(`kind.${row.kind as ReportKind}`)}
                {isOfSite(row.page) && ` · ${address(locale, row.page)}`}
                {path.startsWith("oversight") && row.title && (
                  <>
                    {" · "}
                    <LocalText texts={row.provider} quiet />
                  </>
                )}
              </span>
            </td>
            <td className={look.cell}>
              {t(`state.${reportState(row)}`)}
              {row.outcome && <span className="block text-ink-2 text-sm">{t(`outcome.${row.outcome}`)}</span>}
            </td>
            <td className={look.cell}>
              <Due row={row} own={path.startsWith("manage")} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Due({ row, own }: { row: ReportView; own: boolean }) {
  const t = useTranslations("reports.list");
  const locale = useLocale();
  if (row.closedAt) return null;
  const late = lateOn(row, today());
  const day = own ? row.providerDueOn : row.dueOn;
  return (
    <>
      <span className="whitespace-nowrap tabular-nums">
        <span className="text-ink-2 text-sm sm:hidden">{t("column.due")}: </span>
        {day && formatDay(day, locale)}
      </span>
      {late && !(own && late === "authority") && (
        <span className="flex items-baseline gap-1.5 font-semibold text-sm text-warn">
          <ToneMark tone="warn" />
          {t(late === "authority" ? "authorityLate" : "providerLate")}
        </span>
      )}
    </>
  );
}
