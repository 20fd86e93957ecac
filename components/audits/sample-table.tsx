import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import { Details } from "@/components/ui/details";
import { tableLook as look } from "@/components/ui/table-look";
import { auditNumber } from "@/lib/audits/number";
import type { PlanView, SampleRow } from "@/lib/audits/plans/view/queries";
import { type RiskPart, riskParts, scoreOf } from "@/lib/audits/risk/risk";
import { address } from "@/lib/i18n/address";
import { labelOf } from "@/lib/vocabularies/vocabulary";

type Props = { plan: PlanView; rows: SampleRow[]; reader: "public" | "authority" };

/** Who was drawn, in the order of the draw. What risk was seen where stays with the authority. */
export function SampleTable({ plan, rows, reader }: Props) {
  const t = useTranslations("audits");
  const locale = useLocale();
  const folder = plan.draws === "providers" ? "providers" : "offerings";
  return (
    <table className={look.table}>
      <thead className={look.head}>
        <tr className={look.headRow}>
          {(["place", "name", "by", "audit"] as const).map((column) => (
            <th key={column} scope="col" className={look.headCell}>
              {t(`sample.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.position} className={look.row}>
            <td className={`${look.cell} text-ink-2 tabular-nums`}>{row.position}</td>
            <th scope="row" className={look.name}>
              <a href={address(locale, `${folder}/${row.slug}`)}>
                <LocalText texts={row.name ?? row.provider} {...(row.original ? { original: row.original } : {})} quiet />
              </a>
              {plan.draws === "offerings" && (
                <span className="block text-ink-2 text-sm">
                  <LocalText texts={row.provider} quiet />
                </span>
              )}
              {row.stratum && <span className="block text-ink-2 text-sm">{labelOf("providerTypes", row.stratum, locale)}</span>}
            </th>
            <td className={`${look.cell} sm:min-w-40`}>
              {t(`sample.${row.drawn}`)}
              {reader === "authority" && <RiskParts risk={row.risk} />}
            </td>
            <td className={look.cell}>
              <Standing row={row} reader={reader} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Standing({ row, reader }: { row: SampleRow; reader: Props["reader"] }) {
  const t = useTranslations("audits");
  const locale = useLocale();
  if (reader === "authority")
    return (
      <>
        <a href={address(locale, `oversight/audits/${row.number}`)} className="font-semibold tabular-nums">
          {auditNumber(row.number)}
        </a>
        <span className="block text-ink-2 text-sm">{row.result ? t(`result.${row.result}`) : t(`stage.${row.stage}`)}</span>
      </>
    );
  if (row.summaries > 0 && row.result)
    return (
      <>
        {t(`result.${row.result}`)}
        <a href={address(locale, `audits/summaries/${row.number}`)} className="block text-sm">
          {t("sample.summary")}
          <span className="sr-only"> {auditNumber(row.number)}</span>
        </a>
      </>
    );
  return t(row.stage === "closed" ? "sample.closed" : "sample.underWay");
}

/** The score with what it is made of. */
export function RiskParts({ risk }: { risk: Record<string, number> }) {
  const t = useTranslations("audits.risk");
  const parts = Object.keys(riskParts).filter((part) => (risk[part] ?? 0) > 0) as RiskPart[];
  if (Object.keys(risk).length === 0) return null;
  return (
    <Details summary={t("score", { score: scoreOf(risk) })}>
      <ul className="text-sm">
        {parts.map((part) => (
          <li key={part}>{t("part", { what: t(`is.${part}`), points: risk[part] ?? 0, most: riskParts[part] })}</li>
        ))}
        {parts.length === 0 && <li>{t("nothing")}</li>}
      </ul>
    </Details>
  );
}
