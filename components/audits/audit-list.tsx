import { useLocale, useTranslations } from "next-intl";
import { ListSearch } from "@/components/desk/list-search";
import { LocalText } from "@/components/offerings/local-text";
import { SelectField } from "@/components/ui/field";
import { Nothing } from "@/components/ui/nothing";
import { Pagination } from "@/components/ui/pagination";
import { tableLook as look } from "@/components/ui/table-look";
import { ToneMark } from "@/components/ui/tone-mark";
import { auditNumber } from "@/lib/audits/number";
import { type AuditQuery, auditFilters } from "@/lib/audits/queue/list";
import type { AuditorOption, AuditPage, AuditRow } from "@/lib/audits/queue/queries";
import { today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { plainText, type Texts } from "@/lib/texts/texts";

type Props = {
  found: AuditPage;
  query: AuditQuery;
  path: "oversight/audits" | "manage/audits";
  auditors?: AuditorOption[];
  plans?: { slug: string; title: Texts }[];
};

/** Audits with their clocks, for the authority or for the provider. */
export function AuditList({ found, query, path, auditors = [], plans = [] }: Props) {
  const t = useTranslations("audits.list");
  const here = address(useLocale(), path);
  const to = (page: number) => `${here}?${new URLSearchParams({ ...query, page: String(page) })}`;
  const isAll = query.state === "all" && query.q === "" && query.plan === "" && query.auditor === "";
  const filters = path === "oversight/audits" ? auditFilters : auditFilters.filter((one) => one !== "mine" && one !== "opened");

  return (
    <>
      <ListSearch
        here={here}
        label={t("q")}
        words={query.q}
        show={t("show")}
        more={path === "oversight/audits" && <More query={query} auditors={auditors} plans={plans} />}
      >
        <SelectField id="state" name="state" label={t("filter")} defaultValue={query.state}>
          {filters.map((state) => (
            <option key={state} value={state}>
              {t(`is.${state}`)}
            </option>
          ))}
        </SelectField>
      </ListSearch>
      {found.total === 0 ? (
        <Nothing action={isAll ? undefined : <a href={`${here}?state=all`}>{t("all")}</a>}>
          {t(path === "oversight/audits" ? "nothing" : "nothingOwn")}
        </Nothing>
      ) : (
        <>
          <p role="status" className="mt-6 mb-2 font-semibold">
            {t("found", { count: found.total })}
          </p>
          <AuditTable rows={found.rows} path={path} />
        </>
      )}
      <div className="mt-6">
        <Pagination page={found.page} pages={found.pages} href={to} />
      </div>
    </>
  );
}

/** Whose, and of which plan. */
function More({ query, auditors, plans }: { query: AuditQuery; auditors: AuditorOption[]; plans: NonNullable<Props["plans"]> }) {
  const t = useTranslations("audits.list");
  const locale = useLocale();
  return (
    <>
      <SelectField id="auditor" name="auditor" label={t("auditor")} defaultValue={query.auditor}>
        <option value="">{t("anyAuditor")}</option>
        <option value="none">{t("noAuditor")}</option>
        {auditors.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField id="plan" name="plan" label={t("plan")} defaultValue={query.plan}>
        <option value="">{t("anyPlan")}</option>
        {plans.map(({ slug, title }) => (
          <option key={slug} value={slug}>
            {plainText(title, locale)}
          </option>
        ))}
      </SelectField>
    </>
  );
}

function AuditTable({ rows, path }: { rows: AuditRow[]; path: Props["path"] }) {
  const t = useTranslations("audits");
  const locale = useLocale();
  const overseen = path === "oversight/audits";
  return (
    <table className={look.table}>
      <thead className={look.head}>
        <tr className={look.headRow}>
          {(["audit", "about", "state", "due"] as const).map((column) => (
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
                {auditNumber(row.number)}
              </a>
            </th>
            <td className={look.name}>
              <LocalText texts={row.title ?? row.provider} {...(row.original ? { original: row.original } : {})} quiet />
              <span className="block text-ink-2 text-sm">
                {overseen && row.title && (
                  <>
                    <LocalText texts={row.provider} quiet />
                    {" · "}
                  </>
                )}
                {row.plan ? <LocalText texts={row.plan} quiet /> : t("list.forCause")}
              </span>
            </td>
            <td className={`${look.cell} sm:min-w-40`}>
              {t(`stage.${row.stage}`)}
              <span className="block text-ink-2 text-sm">
                {row.result ? t(`result.${row.result}`) : overseen ? (row.auditor ?? t("list.noAuditor")) : t(`turn.${row.turn}`)}
              </span>
            </td>
            <td className={look.cell}>
              <Due row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Due({ row }: { row: AuditRow }) {
  const t = useTranslations("audits.list");
  const locale = useLocale();
  if (row.stage === "closed") return row.closedOn && <span className="text-ink-2">{formatDay(row.closedOn, locale)}</span>;
  const isLate = row.dueOn !== null && row.dueOn < today();
  return (
    <>
      <span className="whitespace-nowrap tabular-nums">
        <span className="text-ink-2 text-sm sm:hidden">{t("column.due")}: </span>
        {row.dueOn && formatDay(row.dueOn, locale)}
      </span>
      {(isLate || row.overdue > 0) && (
        <span className="flex items-baseline gap-1.5 font-semibold text-sm text-warn">
          <ToneMark tone="warn" />
          {row.overdue > 0 ? t("overdue", { count: row.overdue }) : t(row.turn === "provider" ? "providerLate" : "authorityLate")}
        </span>
      )}
    </>
  );
}
