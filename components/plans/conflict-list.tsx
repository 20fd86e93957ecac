import { useLocale, useTranslations } from "next-intl";
import { ToneMark } from "@/components/ui/tone-mark";
import { country } from "@/lib/country/country";
import { formatDay, formatNumber, formatPrice } from "@/lib/i18n/format";
import type { PlanConflict } from "@/lib/plans/plan";
import type { PlanProps } from "./shown";

/** What stands in the way of a plan, each in a sentence that says what helps. */
export function ConflictList({ plan, bounds, nameOf }: PlanProps) {
  const t = useTranslations("plans.conflict");
  const locale = useLocale();
  const money = (amount: number) => formatPrice({ amount, currency: country.currency }, locale);
  const hours = (minutes: number) => formatNumber(Math.round(minutes / 6) / 10, locale);
  const overloads = plan.conflicts.filter((one) => one.what === "overload");
  const others = plan.conflicts.filter((one) => one.what !== "overload");
  const sentenceOf = (one: Exclude<PlanConflict, { what: "overload" }>) => {
    if (one.what === "budget") return t("budget", { cost: money(one.cost), budget: money(one.budget) });
    if (one.what === "order") return t("order", { title: nameOf(one.id), before: nameOf(one.before) });
    return t(one.what, { title: nameOf(one.id) });
  };
  const heaviest = overloads.toSorted((a, b) => b.minutes - a.minutes)[0];
  const sentences = [
    ...others.map(sentenceOf),
    ...(heaviest
      ? [
          t("overload", {
            count: overloads.length,
            hours: hours(heaviest.minutes),
            bound: formatNumber(bounds.hoursPerWeek ?? 0, locale),
            day: formatDay(heaviest.monday, locale),
          }),
        ]
      : []),
  ];
  if (plan.steps.length + sentences.length === 0) return null;

  return (
    <section aria-labelledby="conflicts" className="print:break-inside-avoid">
      <h2 id="conflicts" className="mb-2 font-bold font-text text-lg tracking-normal">
        {t("title")}
      </h2>
      {sentences.length === 0 ? (
        <p className="flex items-baseline gap-2">
          <ToneMark tone="good" />
          {t("none")}
        </p>
      ) : (
        <ul className="max-w-[68ch] space-y-1.5">
          {sentences.map((sentence) => (
            <li key={sentence} className="flex items-baseline gap-2">
              <ToneMark tone="warn" />
              <span className="min-w-0 [overflow-wrap:anywhere]">{sentence}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
