import { useTranslations } from "next-intl";
import { address } from "@/lib/i18n/address";
import { ownName } from "@/lib/i18n/format";
import { locales } from "@/lib/i18n/locales";

/** The same page, with the same query, in each language: plain links. */
export function LanguageSwitch({ locale, path, query }: { locale: string; path: string; query: string }) {
  const t = useTranslations("common");

  return (
    <nav aria-label={t("languages")} className="-mx-2 ms-auto">
      <ul className="flex flex-wrap">
        {locales.map((other) => (
          <li key={other}>
            <a
              href={address(other, path) + query}
              hrefLang={other}
              lang={other}
              rel="alternate"
              aria-current={other === locale ? "true" : undefined}
              className="flex min-h-8 items-center px-2 text-ink-2 hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
            >
              {ownName(other)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
