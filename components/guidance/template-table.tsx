import { useLocale, useTranslations } from "next-intl";
import { tableLook as look } from "@/components/ui/table-look";
import type { OwnList } from "@/lib/guidance/lists/queries";
import { address } from "@/lib/i18n/address";

/** The templates of a service: everybody begins lists from them, whoever leads it changes them. */
export function TemplateTable({ templates, leads }: { templates: OwnList[]; leads: boolean }) {
  const t = useTranslations("guidance.templates");
  const locale = useLocale();
  const link = "inline-flex min-h-9 items-center";

  return (
    <table className={look.table}>
      <thead className={look.head}>
        <tr className={look.headRow}>
          {(["name", "count", "act"] as const).map((column) => (
            <th key={column} scope="col" className={look.headCell}>
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {templates.map(({ id, label, count }) => (
          <tr key={id} className={look.row}>
            <th scope="row" className={look.name}>
              <a href={address(locale, `guidance/templates/${id}`)} className="font-semibold">
                {label}
              </a>
            </th>
            <td className={`${look.cell} text-sm`}>{t("count", { count })}</td>
            <td className={`${look.cell} text-sm`}>
              <span className="flex flex-wrap gap-x-5">
                <a href={address(locale, `guidance/lists/new?template=${id}`)} className={link}>
                  {t("begin")}
                  <span className="sr-only">&nbsp;{label}</span>
                </a>
                {leads && (
                  <a href={address(locale, `guidance/lists/${id}`)} className={link}>
                    {t("change")}
                    <span className="sr-only">&nbsp;{label}</span>
                  </a>
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
