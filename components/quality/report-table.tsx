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
import { type QualityQuery, qualityStates } from "@/lib/quality/input";
import type { ListedReport, ListedSubject, QualityPage } from "@/lib/quality/queries";
import { ReportMark, ReportValidity } from "./report-facts";

/** What agencies reported, searched and in pages. */
export function ReportTable({ found, query }: { found: QualityPage; query: QualityQuery }) {
  const t = useTranslations("quality.list");
  const here = address(useLocale(), "oversight/quality");
  return (
    <>
      <ListSearch here={here} label={t("q")} words={query.q} show={t("show")}>
        <SelectField id="state" name="state" label={t("filter")} defaultValue={query.state}>
          {qualityStates.map((state) => (
            <option key={state} value={state}>
              {t(`is.${state}`)}
            </option>
          ))}
        </SelectField>
      </ListSearch>
      {found.total === 0 ? (
        <Nothing action={query.state === "all" && query.q === "" ? undefined : <a href={here}>{t("all")}</a>}>{t("nothing")}</Nothing>
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

function Rows({ rows }: { rows: ListedReport[] }) {
  const t = useTranslations("quality");
  const locale = useLocale();
  return (
    <table className={look.table}>
      <thead className={look.head}>
        <tr className={look.headRow}>
          {(["report", "about", "decision", "validity"] as const).map((column) => (
            <th key={column} scope="col" className={look.headCell}>
              {t(`list.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} className={look.row}>
            <th scope="row" className={`${look.cell} text-start font-normal [overflow-wrap:anywhere]`}>
              <a href={address(locale, `oversight/quality/${row.key}`)} className="font-semibold">
                {row.localIdentifier}
              </a>
              <span className="block text-ink-2 text-sm">
                {row.acronym} · {t(`type.${row.type}`)}
              </span>
            </th>
            <td className={look.name}>
              <ul className="space-y-1.5">
                {row.subjects.map((subject) => (
                  <li key={subject.place}>
                    <Subject subject={subject} />
                  </li>
                ))}
              </ul>
            </td>
            <td className={look.cell}>{t(`decision.${row.decision}`)}</td>
            <td className={look.cell}>
              <ReportMark decision={row.decision} valid={row.valid} day={today()} />
              <span className="block text-ink-2 text-sm">
                <ReportValidity valid={row.valid} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Subject({ subject: { names, identifiers, organisation, candidates } }: { subject: ListedSubject }) {
  const t = useTranslations("quality.state");
  const state = organisation ? "matched" : candidates > 0 ? "proposed" : "unmatched";
  return (
    <>
      {organisation ? <LocalText texts={organisation.name} quiet /> : (names[0] ?? identifiers[0])}
      {state !== "matched" && (
        <span className={`flex items-baseline gap-1.5 text-sm ${state === "proposed" ? "font-semibold text-warn" : "text-ink-2"}`}>
          <ToneMark tone={state === "proposed" ? "warn" : "none"} />
          {t(state)}
        </span>
      )}
    </>
  );
}
