import { useLocale, useTranslations } from "next-intl";
import type { SearchItem } from "@/lib/catalogue/result";
import { formatDay } from "@/lib/i18n/format";
import { textIn } from "@/lib/texts/texts";

/** Which accreditation stands behind an offering and until when; shape and words warn, not colour alone. */
export function TrustLine({ accreditation }: { accreditation: NonNullable<SearchItem["accreditation"]> }) {
  const t = useTranslations("common.accreditation");
  const locale = useLocale();
  const title = textIn(accreditation.title, locale);
  const { until, warning, effectOn } = accreditation;

  return (
    <p className="flex items-baseline gap-2 text-sm">
      <svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true" className="shrink-0 translate-y-0.5">
        {warning ? (
          <>
            <path d="M8 1 15.5 14.5H.5z" fill="var(--warn)" />
            <path d="M8 6v4m0 1.7v1" stroke="var(--paper)" strokeWidth="1.6" />
          </>
        ) : (
          <>
            <circle cx="8" cy="8" r="7.5" fill="var(--good)" />
            <path d="m4.5 8.3 2.4 2.4 4.6-5" stroke="var(--paper)" strokeWidth="1.8" fill="none" />
          </>
        )}
      </svg>
      <span>
        {title && <span {...(title.foreign ? { lang: title.language } : {})}>{title.text}</span>}
        {title && ", "}
        {until ? t("until", { day: formatDay(until, locale, "long") }) : t("openEnded")}
        {warning && (
          <strong className="block font-semibold text-warn">
            {t(warning, { day: effectOn ? formatDay(effectOn, locale, "long") : "" })}
          </strong>
        )}
      </span>
    </p>
  );
}
