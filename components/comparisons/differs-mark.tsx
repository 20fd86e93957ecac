import { useTranslations } from "next-intl";

/** Says of a row that not all are alike: a crossed equals sign and the word, since colour alone tells not everybody. */
export function DiffersMark() {
  const t = useTranslations("compare");

  return (
    <span className="mt-0.5 flex items-center gap-1.5 font-normal text-ink-2 text-xs">
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" className="shrink-0">
        <path d="M1.500 4.300h9M1.500 7.700h9M8.500 1 3.500 11" stroke="currentColor" strokeWidth="1.5" fill="none" />
      </svg>
      {t("differs")}
    </span>
  );
}
