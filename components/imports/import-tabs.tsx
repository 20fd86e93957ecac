import { useLocale, useTranslations } from "next-intl";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";

type Tab = "result" | "mapping" | "repair";

/** The pages about one file, and the way back to all of them. */
export function ImportTabs({ id, current, badRows, mayWrite }: { id: string; current: Tab | null; badRows: number; mayWrite: boolean }) {
  const t = useTranslations("files.tabs");
  const locale = useLocale();
  const at = (rest: string) => address(locale, `manage/imports${rest}`);
  const tabs: [Tab, string, string][] = [
    ["result", at(`/${id}`), t("result")],
    ...(mayWrite ? [["mapping", at(`/${id}/mapping`), t("mapping")] as [Tab, string, string]] : []),
    ...(mayWrite && badRows > 0
      ? [["repair", at(`/${id}/repair`), t("repair", { rows: formatNumber(badRows, locale) })] as [Tab, string, string]]
      : []),
  ];

  return (
    <nav aria-label={t("label")} className="mt-5 border-line border-b print:hidden">
      <ul className="flex flex-wrap gap-x-1">
        {tabs.map(([name, href, label]) => (
          <li key={name}>
            <a
              href={href}
              aria-current={name === current ? "page" : undefined}
              className="flex min-h-11 items-center border-transparent border-b-3 px-3 text-ink no-underline hover:bg-sunk aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-accent"
            >
              {label}
            </a>
          </li>
        ))}
        <li className="ms-auto">
          <a href={at("")} className="flex min-h-11 items-center px-3">
            {t("all")}
          </a>
        </li>
      </ul>
    </nav>
  );
}
