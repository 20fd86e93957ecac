import { useLocale, useTranslations } from "next-intl";
import { dayOf } from "@/lib/clock";
import { formatDay } from "@/lib/i18n/format";
import { keptUntil } from "@/lib/imports/keeping/keeping";

/** Until when the file itself is there, after which rows of it can no longer be tried again. */
export function FileKept({ hasFile, endedAt }: { hasFile: boolean; endedAt: Date }) {
  const t = useTranslations("files.result");
  const locale = useLocale();
  return (
    <p className="max-w-[68ch] text-ink-2 text-sm">
      {hasFile ? t("fileKept", { day: formatDay(keptUntil(dayOf(endedAt)), locale) }) : t("fileGone")}
    </p>
  );
}
