import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { ToneMark } from "@/components/ui/tone-mark";
import { auditNumber } from "@/lib/audits/number";
import type { OwnDue as Due } from "@/lib/audits/queue/queries";
import { today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";

/** What audits ask of a provider, on the first page of its desk: what is overdue first. */
export function OwnDue({ rows }: { rows: Due[] }) {
  const t = useTranslations("audits");
  const locale = useLocale();
  if (rows.length === 0) return null;
  return (
    <Section id="audits" title={t("own.due")} aside={<a href={address(locale, "manage/audits")}>{t("own.all")}</a>}>
      <ul className="divide-y divide-line border-line border-y">
        {rows.map(({ number, stage, dueOn, overdue }) => {
          const isLate = overdue > 0 || (dueOn !== null && dueOn < today());
          return (
            <li key={number} className="flex flex-wrap gap-x-6 gap-y-1 py-3">
              <span className="flex items-baseline gap-2">
                <ToneMark tone={isLate ? "bad" : "warn"} />
                <a href={address(locale, `manage/audits/${number}`)} className="font-semibold">
                  {auditNumber(number)}
                </a>
              </span>
              <span>{t(`stage.${stage}`)}</span>
              <span className={isLate ? "font-semibold text-bad" : ""}>
                {overdue > 0
                  ? t("list.overdue", { count: overdue })
                  : dueOn && t(isLate ? "own.late" : "own.by", { day: formatDay(dueOn, locale) })}
              </span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
