import { useLocale, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { address } from "@/lib/i18n/address";

const links = [
  ["excel", "format=xlsx"],
  ["csv", "format=csv"],
  ["empty", "format=xlsx&empty=yes"],
  ["emptyCsv", "format=csv&empty=yes"],
] as const;

/** The template, empty or filled with the provider's own catalogue. */
export function TakeOut() {
  const t = useTranslations("files.list");
  const locale = useLocale();

  return (
    <Panel id="take-out" title={t("template")}>
      <p className="mb-3 text-ink-2 text-sm">{t("templateText")}</p>
      <ul>
        {links.map(([name, query]) => (
          <li key={name}>
            <a href={address(locale, `manage/imports/export?${query}`)} className="inline-flex min-h-9 items-center" download>
              {t(name)}
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
