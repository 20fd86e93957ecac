import { useLocale, useTranslations } from "next-intl";
import { tableLook as look } from "@/components/ui/table-look";
import { ToneMark } from "@/components/ui/tone-mark";
import type { ListedRun } from "@/lib/harvest/queries";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";

export type RunRow = ListedRun & { when: string };

const tones = { running: "none", done: "good", unchanged: "good", failed: "bad" } as const;

/** The log of a feed: when it was asked, what was answered, and what became of that. */
export function RunTable({ runs }: { runs: RunRow[] }) {
  const t = useTranslations("harvest.runs");

  return (
    <table className={look.table}>
      <thead className={look.head}>
        <tr className={look.headRow}>
          {(["when", "answer", "what"] as const).map((name) => (
            <th key={name} scope="col" className={look.headCell}>
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <Run key={run.id} run={run} />
        ))}
      </tbody>
    </table>
  );
}

function Run({ run }: { run: RunRow }) {
  const t = useTranslations("harvest.runs");
  const locale = useLocale();
  return (
    <tr className={look.row}>
      <th scope="row" className={`${look.cell} text-start font-normal sm:whitespace-nowrap`}>
        <time dateTime={run.startedAt.toISOString()}>{run.when}</time>
        {run.test && <span className="ms-2 rounded-sm bg-sunk px-1.5 py-0.5 text-ink-2 text-sm">{t("test")}</span>}
      </th>
      <td className={`${look.cell} sm:whitespace-nowrap`}>
        {run.httpStatus ? `HTTP ${run.httpStatus}` : "–"}
        {run.bytes ? (
          <span className="block text-ink-2 text-sm">{t("size", { size: formatNumber(Math.ceil(run.bytes / 1024), locale) })}</span>
        ) : null}
      </td>
      <td className={look.cell}>
        <div className="flex items-baseline gap-2">
          <ToneMark tone={tones[run.status]} />
          <div className="min-w-0">
            <Outcome run={run} />
            {run.importId && (
              <a href={address(locale, `manage/imports/${run.importId}`)} className="block w-fit text-sm">
                {t("report")}
              </a>
            )}
          </div>
        </div>
      </td>
    </tr>
  );
}

function Outcome({ run: { status, problem, rows, counts } }: { run: RunRow }) {
  const [t, problems, outcomes] = [useTranslations("harvest.runs"), useTranslations("problems"), useTranslations("imports.outcomes")];
  if (status === "running") return <p>{t("running")}</p>;
  if (problem)
    return (
      <p className="max-w-[62ch]">
        {problems(problem.code)}
        {problem.value && <span className="block text-ink-2 text-sm">{problem.value}</span>}
      </p>
    );
  const told = (["gone", "back", "withdrawn", "restored"] as const).flatMap((name) =>
    counts[name] ? [t(name, { count: counts[name] })] : [],
  );
  return (
    <>
      {status === "unchanged" && <p>{t("unchanged")}</p>}
      {status === "done" && rows.length === 0 && <p>{t("empty")}</p>}
      {rows.length > 0 && <p>{rows.map(({ outcome, rows: count }) => t("rows", { count, outcome: outcomes(outcome) })).join(", ")}</p>}
      {told.length > 0 && <p>{told.join(", ")}</p>}
    </>
  );
}
