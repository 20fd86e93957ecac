import { useLocale, useTranslations } from "next-intl";
import { dayOf } from "@/lib/clock";
import { formatDay } from "@/lib/i18n/format";
import type { MonitoredNote } from "@/lib/monitoring/queries";
import { plainText } from "@/lib/texts/texts";

/** What was said to the provider and shared with others, in the order in which it was. */
export function NoteList({ notes }: { notes: MonitoredNote[] }) {
  const t = useTranslations("monitoring.one");
  const locale = useLocale();
  if (notes.length === 0) return <p className="text-ink-2">{t("noNotes")}</p>;

  return (
    <ol className="max-w-[54rem]">
      {notes.map(({ text, writtenAt, by, sharedWith }) => (
        <li key={`${writtenAt.getTime()} ${text}`} className="border-line border-t py-3">
          <p className="text-ink-2 text-sm">
            {sharedWith
              ? t("toAuthority", { by: plainText(by, locale), to: plainText(sharedWith, locale) })
              : t("toProvider", { by: plainText(by, locale) })}
            {" · "}
            {formatDay(dayOf(writtenAt), locale)}
          </p>
          <p className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>
        </li>
      ))}
    </ol>
  );
}
