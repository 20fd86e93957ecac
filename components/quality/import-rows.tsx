import { useLocale, useTranslations } from "next-intl";
import { Pagination } from "@/components/ui/pagination";
import { tableLook as look } from "@/components/ui/table-look";
import { type Tone, ToneMark } from "@/components/ui/tone-mark";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";
import { type QualityImportRow, type QualityOutcome, qualityOutcomes } from "@/lib/quality/imports/outcomes";
import type { Problem } from "@/lib/result";

const tones: Record<QualityOutcome, Tone> = { added: "good", updated: "good", unchanged: "none", refused: "bad" };

type Props = {
  id: string;
  rows: QualityImportRow[];
  counts: Partial<Record<QualityOutcome, number>>;
  outcome: QualityOutcome | undefined;
  page: number;
  pageSize: number;
};

/** What becomes of each row of a file, by outcome, with what is wrong with it. */
export function QualityRows({ id, rows, counts, outcome, page, pageSize }: Props) {
  const t = useTranslations("quality.imports");
  const locale = useLocale();
  const href = (one: QualityOutcome | undefined, at = 1) => {
    const search = new URLSearchParams({ ...(one ? { outcome: one } : {}), ...(at > 1 ? { page: String(at) } : {}) });
    return address(locale, `oversight/quality/imports/${id}${search.size > 0 ? `?${search}` : ""}#rows`);
  };
  const all = qualityOutcomes.reduce((sum, one) => sum + (counts[one] ?? 0), 0);
  const total = outcome ? (counts[outcome] ?? 0) : all;
  const choices = [undefined, ...qualityOutcomes.filter((one) => counts[one])];
  return (
    <>
      <nav aria-label={t("outcome")} className="print:hidden">
        <ul className="flex flex-wrap gap-2">
          {choices.map((one) => (
            <li key={one ?? "all"}>
              <a
                href={href(one)}
                aria-current={one === outcome ? "true" : undefined}
                className="inline-flex min-h-11 items-center rounded-md border-[1.5px] border-line-strong px-3.5 text-ink no-underline hover:border-accent hover:bg-accent-soft aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent"
              >
                {one ? t(`outcomes.${one}`) : t("anyOutcome")} ({formatNumber(one ? (counts[one] ?? 0) : all, locale)})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <table className={`${look.table} mt-5 mb-6`}>
        <thead className={look.head}>
          <tr className={look.headRow}>
            {(["row", "entry", "outcome"] as const).map((column) => (
              <th key={column} scope="col" className={look.headCell}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.row} row={row} />
          ))}
        </tbody>
      </table>
      <Pagination page={page} pages={Math.ceil(total / pageSize)} href={(at) => href(outcome, at)} />
    </>
  );
}

function Line({ row: { row, label, outcome, matched, proposed, unmatched, problems, reportKey } }: { row: QualityImportRow }) {
  const t = useTranslations("quality.imports");
  const locale = useLocale();
  return (
    <tr className={look.row}>
      <th scope="row" className={`${look.cell} w-16 text-start font-normal text-ink-2 text-sm tabular-nums`}>
        <span className="sm:hidden">{t("row")} </span>
        {formatNumber(row, locale)}
      </th>
      <td className={look.name}>
        {reportKey ? <a href={address(locale, `oversight/quality/${reportKey}`)}>{label}</a> : label}
        {matched + proposed + unmatched > 0 && (
          <span className="block text-ink-2 text-sm">{t("counts", { matched, proposed, unmatched })}</span>
        )}
      </td>
      <td className={`${look.cell} space-y-2`}>
        <span className="flex items-baseline gap-2">
          <ToneMark tone={tones[outcome]} />
          {t(`outcomes.${outcome}`)}
        </span>
        {problems.length > 0 && <Problems problems={problems} />}
      </td>
    </tr>
  );
}

function Problems({ problems }: { problems: Problem[] }) {
  const t = useTranslations("problems");
  return (
    <ul className="space-y-1 text-sm">
      {problems.map(({ code, field, value }) => (
        <li key={`${code} ${field} ${value}`} className="[overflow-wrap:anywhere]">
          {field && <strong className="font-mono font-semibold text-xs">{field}</strong>}
          {value && <span className="ms-1.5 rounded-sm bg-sunk px-1.5 py-0.5 font-mono text-xs">{value}</span>}
          {(field || value) && <br />}
          {t(code)}
        </li>
      ))}
    </ul>
  );
}
