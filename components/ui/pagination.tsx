import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";

// On a phone the arrows stand alone, so that all fit in one row.
const cell = "flex min-h-11 min-w-11 items-center justify-center rounded-md px-3 no-underline max-sm:min-w-9 max-sm:px-1.5";
const link = `${cell} text-ink hover:bg-accent-soft`;

export function Pagination({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  const t = useTranslations("common.pagination");
  const locale = useLocale();
  if (pages < 2) return null;

  return (
    <nav aria-label={t("label")} className="border-line border-t pt-6 print:hidden">
      <ul className="flex flex-wrap items-center gap-1">
        {page > 1 && (
          <li>
            <a href={href(page - 1)} rel="prev" aria-label={t("previous")} className={link}>
              <span aria-hidden="true">←</span> <span className="ms-1.5 max-sm:hidden">{t("previous")}</span>
            </a>
          </li>
        )}
        {pagesAround(page, pages).map((one) =>
          typeof one === "string" ? (
            <li key={one} aria-hidden="true" className="px-1 text-ink-2">
              …
            </li>
          ) : (
            <li key={one}>
              <a
                href={href(one)}
                aria-label={t("page", { page: one })}
                aria-current={one === page ? "page" : undefined}
                className={`${link} tabular-nums aria-[current]:bg-accent aria-[current]:font-semibold aria-[current]:text-accent-ink`}
              >
                {formatNumber(one, locale)}
              </a>
            </li>
          ),
        )}
        {page < pages && (
          <li>
            <a href={href(page + 1)} rel="next" aria-label={t("next")} className={link}>
              <span className="me-1.5 max-sm:hidden">{t("next")}</span> <span aria-hidden="true">→</span>
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** First, last and those around the current page; a gap of one page is that page. */
function pagesAround(page: number, pages: number): (number | string)[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((one) => one >= 1 && one <= pages).sort((a, b) => a - b);
  return shown.flatMap((one, position) => {
    const before = shown[position - 1] ?? one - 1;
    if (one - before === 1) return [one];
    return one - before === 2 ? [one - 1, one] : [`gap before ${one}`, one];
  });
}
