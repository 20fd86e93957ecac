import { useLocale, useTranslations } from "next-intl";
import { ChangeList } from "@/components/offerings/change-list";
import { By } from "@/components/publication/history-entry";
import { Details } from "@/components/ui/details";
import { Section } from "@/components/ui/section";
import { dayOf } from "@/lib/clock";
import { formatDay, formatList, formatTime } from "@/lib/i18n/format";
import { whatChanged } from "@/lib/offerings/what-changed";
import type { StatementsChanged } from "@/lib/statements/queries";
import { asContent } from "@/lib/statements/statements";

/** Who changed what is stated for all offerings, and how, the latest first. */
export function StatementHistory({ entries }: { entries: StatementsChanged[] }) {
  const t = useTranslations("statements.history");
  return (
    <Section id="history" title={t("title")}>
      <p className="mb-4 max-w-[62ch] text-ink-2">{t(entries.length > 0 ? "text" : "none")}</p>
      <ul className="border-line border-b">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ul>
    </Section>
  );
}

function Entry({ entry: { at, by, before, after } }: { entry: StatementsChanged }) {
  const t = useTranslations("publication.history");
  const names = useTranslations("offering.history.fields");
  const locale = useLocale();
  const changes = whatChanged(asContent(before, locale), asContent(after, locale));
  const fields = [...new Set(changes.map(({ field }) => field))];

  return (
    <li className="grid gap-x-6 gap-y-1 border-line border-t py-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <p className="text-ink-2 text-sm">
        <time dateTime={at.toISOString()} className="block tabular-nums">
          {formatDay(dayOf(at), locale)}, {formatTime(at, locale)}
        </time>
        <By doer={by} />
      </p>
      <div className="min-w-0">
        <p className="font-semibold">
          {formatList(
            fields.map((field) => names(field)),
            locale,
          )}
        </p>
        <Details summary={t("differences")} className="mt-1">
          <ChangeList changes={changes} original={locale} />
        </Details>
      </div>
    </li>
  );
}
