import { useLocale, useTranslations } from "next-intl";
import { ToneMark } from "@/components/ui/tone-mark";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay, formatList } from "@/lib/i18n/format";
import type { MonitoredFlag } from "@/lib/monitoring/queries";
import { labelOf } from "@/lib/vocabularies/vocabulary";

/** Each flag with its reason in words, and those that were dismissed with why. */
export function FlagList({ flags }: { flags: MonitoredFlag[] }) {
  const t = useTranslations("monitoring");
  const locale = useLocale();
  if (flags.length === 0) return <p className="text-ink-2">{t("one.noFlags")}</p>;

  return (
    <ul className="max-w-[54rem] divide-y divide-line border-line border-y">
      {flags.map(({ id, kind, values, foundAt, dismissedReason }) => (
        <li key={id} className="py-3">
          <p className="flex flex-wrap gap-x-2 font-semibold">
            <ToneMark tone={dismissedReason === null ? "warn" : "none"} />
            {t(`flag.${kind}`)}
            <span className="font-normal text-ink-2 text-sm">{t("one.since", { day: formatDay(dayOf(foundAt), locale) })}</span>
          </p>
          <p>
            {t(`reason.${kind}`, { ...values, ...named(values, locale) } as never)}{" "}
            {kind === "copied" && <a href={address(locale, `offerings/${values.slug}`)}>{values.slug}</a>}
          </p>
          {dismissedReason !== null && <p className="text-ink-2 text-sm">{t("one.dismissed", { reason: dismissedReason })}</p>}
        </li>
      ))}
    </ul>
  );
}

/** Standards by their names, and days as the reader writes them. */
function named(values: MonitoredFlag["values"], locale: string) {
  if (values.on) return { on: formatDay(String(values.on), locale) };
  if (values.standards === undefined) return {};
  const codes = String(values.standards).split(" ");
  return {
    standards: formatList(
      codes.map((code) => labelOf("qualityStandards", code, locale)),
      locale,
    ),
  };
}
