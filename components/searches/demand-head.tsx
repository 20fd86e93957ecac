import { useTranslations } from "next-intl";
import { tableLook as look } from "@/components/ui/table-look";

/** What is asked for and what there is, a column each: where the demand of a country is shown by theme, and by theme and region. */
export const demandColumns = ["asked", "unanswered", "offerings", "open"] as const;

export function DemandHead() {
  const t = useTranslations("statistics.demand");

  return (
    <thead className={look.head}>
      <tr className={look.headRow}>
        <th scope="col" className={look.headCell}>
          {t("column.theme")}
        </th>
        {demandColumns.map((column) => (
          <th key={column} scope="col" className="py-2 ps-4 text-end align-bottom font-semibold">
            {t(`column.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}
