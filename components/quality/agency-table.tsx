import { useLocale, useTranslations } from "next-intl";
import { ListSearch } from "@/components/desk/list-search";
import { SelectField } from "@/components/ui/field";
import { Nothing } from "@/components/ui/nothing";
import { OutwardLink } from "@/components/ui/outward-link";
import { Pagination } from "@/components/ui/pagination";
import { tableLook as look } from "@/components/ui/table-look";
import { ToneMark } from "@/components/ui/tone-mark";
import { today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";
import type { AgencyPage, ListedAgency } from "@/lib/quality/agencies/list/queries";
import { type AgencyQuery, agencyStates } from "@/lib/quality/input";
import { termOn } from "@/lib/quality/terms";
import { ReportValidity } from "./report-facts";

/** The agencies with their times in EQAR, and what each is today. */
export function AgencyTable({ found, query }: { found: AgencyPage; query: AgencyQuery }) {
  const t = useTranslations("quality.agencies");
  const list = useTranslations("quality.list");
  const here = address(useLocale(), "oversight/quality/agencies");
  return (
    <>
      <ListSearch here={here} label={t("q")} words={query.q} show={list("show")}>
        <SelectField id="state" name="state" label={list("filter")} defaultValue={query.state}>
          {agencyStates.map((state) => (
            <option key={state} value={state}>
              {t(`is.${state}`)}
            </option>
          ))}
        </SelectField>
      </ListSearch>
      {found.total === 0 ? (
        <Nothing>{t("nothing")}</Nothing>
      ) : (
        <>
          <p role="status" className="mt-6 mb-2 font-semibold">
            {t("found", { count: found.total })}
          </p>
          <Rows rows={found.rows} />
        </>
      )}
      <div className="mt-6">
        <Pagination
          page={found.page}
          pages={found.pages}
          href={(page) => `${here}?${new URLSearchParams({ ...query, page: String(page) })}`}
        />
      </div>
    </>
  );
}

function Rows({ rows }: { rows: ListedAgency[] }) {
  const t = useTranslations("quality.agencies");
  const locale = useLocale();
  return (
    <table className={look.table}>
      <thead className={look.head}>
        <tr className={look.headRow}>
          {(["agency", "eqar", "reports"] as const).map((column) => (
            <th key={column} scope="col" className={look.headCell}>
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ deqarId, acronym, name, country, website, terms, reports }) => (
          <tr key={deqarId} className={look.row}>
            <th scope="row" className={look.name}>
              <span className="font-semibold">{acronym}</span>
              <span lang="en" className="block text-sm">
                {name}
              </span>
              <span className="block text-ink-2 text-sm">
                {[country, `DEQAR ${deqarId}`].filter(Boolean).join(" · ")}{" "}
                {website && (
                  <OutwardLink href={website} className="inline-block py-0.5">
                    {new URL(website).host}
                  </OutwardLink>
                )}
              </span>
            </th>
            <td className={look.cell}>
              <span className="flex items-baseline gap-2 font-semibold">
                <ToneMark tone={termOn(terms, today()) ? "good" : "warn"} />
                {t(termOn(terms, today()) ? "in" : "out")}
              </span>
              <ul className="text-ink-2 text-sm">
                {terms.length === 0 && <li>{t("never")}</li>}
                {terms.map((term) => (
                  <li key={term.from}>
                    <ReportValidity valid={term} />
                  </li>
                ))}
              </ul>
            </td>
            <td className={`${look.cell} tabular-nums`}>
              <a href={`${address(locale, "oversight/quality")}?${new URLSearchParams({ q: acronym })}`} className="inline-block min-h-6">
                {formatNumber(reports, locale)} <span className="sm:hidden">{t("column.reports")}</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
