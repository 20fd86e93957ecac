import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { LocalText } from "@/components/offerings/local-text";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { tableLook as look } from "@/components/ui/table-look";
import { ToneMark } from "@/components/ui/tone-mark";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import type { FlagKind } from "@/lib/monitoring/flags";
import type { MonitoredRow } from "@/lib/monitoring/queries";
import { plainText } from "@/lib/texts/texts";

type Action = ComponentProps<typeof ActionForm>["action"];

/** The queue; with `action`, each row that nobody has seen can be ticked and all ticked ones taken as seen. */
export function MonitoringTable({ rows, action }: { rows: MonitoredRow[]; action?: Action }) {
  const [t, desk] = [useTranslations("monitoring"), useTranslations("desk")];
  const hint = <p className="mt-3 max-w-[68ch] text-ink-2 text-sm">{t("riskHint")}</p>;
  // Where everything was seen, flags alone are left to look at.
  if (!action || rows.every(({ seen, number }) => seen >= number))
    return (
      <>
        <Table rows={rows} ticks={false} />
        {hint}
      </>
    );
  return (
    <ActionForm action={action} problemsTitle={desk("problems")} label={t("acknowledge")}>
      <div id="seen">
        <Table rows={rows} ticks />
      </div>
      {hint}
      <Button type="submit" look="quiet" className="mt-4">
        {t("acknowledge")}
      </Button>
    </ActionForm>
  );
}

function Table({ rows, ticks }: { rows: MonitoredRow[]; ticks: boolean }) {
  const t = useTranslations("monitoring");
  const columns = [...(ticks ? (["tick"] as const) : []), "offering", "changed", "flags", "risk"] as const;
  return (
    <table className={look.table}>
      <thead className={look.head}>
        <tr className={look.headRow}>
          {columns.map((column) => (
            <th key={column} scope="col" className={`${look.headCell} ${column === "risk" ? "sm:pe-0 sm:text-end" : ""}`}>
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} ticks={ticks} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, ticks }: { row: MonitoredRow; ticks: boolean }) {
  const t = useTranslations("monitoring");
  const locale = useLocale();
  const title = plainText(row.title, locale, row.original);
  return (
    <tr className={look.row}>
      {ticks && (
        <td className={look.cell}>
          {row.seen < row.number && (
            <input
              type="checkbox"
              name="seen"
              value={`${row.id} ${row.number}`}
              aria-label={t("tick", { title })}
              className="size-6 align-middle accent-accent"
            />
          )}
        </td>
      )}
      <th scope="row" className={look.name}>
        <a href={address(locale, `oversight/monitoring/${row.slug}`)} className="font-semibold">
          <LocalText texts={row.title} original={row.original} quiet />
        </a>
        <span className="block text-ink-2 text-sm">
          <LocalText texts={row.provider} quiet /> · {formatDay(dayOf(row.publishedAt), locale)}
        </span>
      </th>
      <td className={`${look.cell} text-sm sm:min-w-44`}>
        <Changed row={row} />
      </td>
      <td className={`${look.cell} text-sm sm:min-w-32`}>
        <ul className="space-y-1">
          {row.flags.map((flag) => (
            <li key={flag} className="flex items-baseline gap-1.5">
              <ToneMark tone="warn" />
              {t(`flag.${flag as FlagKind}`)}
            </li>
          ))}
        </ul>
      </td>
      <td className={`${look.cell} tabular-nums sm:pe-0 sm:text-end`}>
        <span className="text-ink-2 text-sm sm:hidden">{t("column.risk")}: </span>
        {formatNumber(row.risk, locale)}
      </td>
    </tr>
  );
}

function Changed({ row: { seen, number, changed, reopensReview } }: { row: MonitoredRow }) {
  const t = useTranslations("monitoring");
  if (seen === 0) return <strong>{t("isNew")}</strong>;
  if (seen >= number) return <span className="text-ink-2">{t("unchanged")}</span>;
  return (
    <>
      {t("fieldsChanged", { count: changed.length, from: String(seen), to: String(number) })}
      {reopensReview > 0 && (
        <span className="flex items-baseline gap-1.5 font-semibold text-warn">
          <ToneMark tone="warn" />
          {t("reopens", { count: reopensReview })}
        </span>
      )}
    </>
  );
}
