import { useLocale, useTranslations } from "next-intl";
import { Nothing } from "@/components/ui/nothing";
import { tableLook as look } from "@/components/ui/table-look";
import { type Tone, ToneMark } from "@/components/ui/tone-mark";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import type { ShownQualityImport } from "@/lib/quality/imports/queries";

const tones: Record<string, Tone> = { done: "good", failed: "bad", stopped: "warn" };

/** The files that came in, the latest first. */
export function QualityImportList({ imports }: { imports: ShownQualityImport[] }) {
  const t = useTranslations("quality.imports");
  const locale = useLocale();
  if (imports.length === 0) return <Nothing className="">{t("none")}</Nothing>;
  return (
    <table className={look.table}>
      <thead className={look.head}>
        <tr className={look.headRow}>
          {(["file", "state", "rows", "when"] as const).map((column) => (
            <th key={column} scope="col" className={look.headCell}>
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {imports.map((one) => {
          const state = one.status === "done" && one.dryRun ? "dry" : one.status;
          return (
            <tr key={one.id} className={look.row}>
              <th scope="row" className={look.name}>
                <a href={address(locale, `oversight/quality/imports/${one.id}`)} className="font-semibold">
                  {one.fileName}
                </a>
                {one.kind && <span className="block text-ink-2 text-sm">{t(`kind.${one.kind as "reports"}`)}</span>}
              </th>
              <td className={look.cell}>
                <span className="flex items-baseline gap-2">
                  <ToneMark tone={tones[state] ?? "none"} />
                  {t(`state.${state}`)}
                </span>
              </td>
              <td className={`${look.cell} tabular-nums`}>
                {one.totalRows !== null &&
                  t("of", { done: formatNumber(one.doneRows, locale), total: formatNumber(one.totalRows, locale) })}
              </td>
              <td className={`${look.cell} whitespace-nowrap`}>{formatDay(dayOf(one.createdAt), locale)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
