import { useLocale, useTranslations } from "next-intl";
import { address } from "@/lib/i18n/address";

const tabs = [
  ["reports", "oversight/quality"],
  ["agencies", "oversight/quality/agencies"],
  ["imports", "oversight/quality/imports"],
] as const;

/** The three parts of quality data in the desk. */
export function QualityTabs({ current }: { current: (typeof tabs)[number][0] }) {
  const t = useTranslations("quality.tabs");
  const locale = useLocale();
  return (
    <nav aria-label={t("label")} className="mt-6 border-line border-b print:hidden">
      <ul className="flex flex-wrap gap-x-6">
        {tabs.map(([name, path]) => (
          <li key={name}>
            <a
              href={address(locale, path)}
              aria-current={name === current ? "page" : undefined}
              className="inline-flex min-h-11 items-center border-transparent border-b-[3px] text-ink no-underline hover:text-accent aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-accent"
            >
              {t(name)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
