import { useLocale, useTranslations } from "next-intl";
import { today } from "@/lib/clock";
import { formatDay } from "@/lib/i18n/format";
import type { Term } from "@/lib/terms/term";
import { plainText } from "@/lib/texts/texts";
import { labelOf, vocabulary } from "@/lib/vocabularies/vocabulary";

/** The standards that an accreditation can be by: the fixed ones, and the instance's quality labels with the days that limit them. */
export function StandardOptions({ labels }: { labels: Term[] }) {
  const t = useTranslations("deciding.field");
  const locale = useLocale();
  const nameOf = ({ names, from, until }: Term) => {
    const name = plainText(names, locale);
    if (from !== null && from > today()) return t("labelFrom", { name, day: formatDay(from, locale) });
    return until === null ? name : t("labelUntil", { name, day: formatDay(until, locale) });
  };

  return (
    <>
      {vocabulary("qualityStandards").map(({ code }) => (
        <option key={code} value={code}>
          {labelOf("qualityStandards", code, locale)}
        </option>
      ))}
      {labels.length > 0 && (
        <optgroup label={t("labels")}>
          {labels.map((label) => (
            <option key={label.code} value={label.code}>
              {nameOf(label)}
            </option>
          ))}
        </optgroup>
      )}
    </>
  );
}
