import { useLocale, useTranslations } from "next-intl";
import { Nothing } from "@/components/ui/nothing";
import { tableLook as look } from "@/components/ui/table-look";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay, formatList, formatNumber } from "@/lib/i18n/format";
import type { ListedImport } from "@/lib/imports/list/queries";
import { importState, isUnderWay, outcomes } from "@/lib/imports/state";
import { ImportStateMark } from "./import-state-mark";

/** The files that came in, the latest first. */
export function ImportList({ imports }: { imports: ListedImport[] }) {
  const t = useTranslations("files.list");
  if (imports.length === 0) return <Nothing className="">{t("none")}</Nothing>;

  return (
    <table className={look.table}>
      <caption className="sr-only">{t("table")}</caption>
      <thead className={look.head}>
        <tr className={look.headRow}>
          <th scope="col" className={look.headCell}>
            {t("file")}
          </th>
          <th scope="col" className={look.headCell}>
            {t("state")}
          </th>
          <th scope="col" className={look.headCell}>
            {t("result")}
          </th>
        </tr>
      </thead>
      <tbody>
        {imports.map((one) => (
          <Line key={one.id} one={one} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ one }: { one: ListedImport }) {
  const t = useTranslations("files");
  const locale = useLocale();
  const state = importState({ ...one, undone: one.undoneAt !== null });
  const kind = one.dryRun ? "would" : "did";
  const counts = outcomes.flatMap((outcome) => (one.outcomes[outcome] ? [t(`${kind}.${outcome}`, { rows: one.outcomes[outcome] })] : []));
  const number = (value: number) => formatNumber(value, locale);
  const result = isUnderWay(state)
    ? t("list.of", { done: number(one.doneRows), total: one.totalRows === null ? "…" : number(one.totalRows) })
    : formatList(counts, locale);

  return (
    <tr className={look.row}>
      <td className={`${look.name} sm:w-[42%]`}>
        <a href={address(locale, `manage/imports/${one.id}`)} className="font-semibold [overflow-wrap:anywhere]">
          {one.fileName}
        </a>
        <span className="block text-ink-2 text-sm">
          {t("list.by", { day: formatDay(dayOf(new Date(one.createdAt)), locale), who: one.by ?? t("list.instance") })}
        </span>
      </td>
      <td className={look.cell}>
        <ImportStateMark state={state} />
      </td>
      <td className={`${look.cell} text-sm`}>{result}</td>
    </tr>
  );
}
