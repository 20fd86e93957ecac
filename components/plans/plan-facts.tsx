import { useLocale, useTranslations } from "next-intl";
import { country } from "@/lib/country/country";
import { formatDay, formatNumber, formatPrice } from "@/lib/i18n/format";
import type { Plan } from "@/lib/plans/plan";
import type { ClientBounds } from "@/lib/plans/steps";

type Fact = { name: string; value: string; bound?: string; isOver?: boolean };

/** What a plan comes to, each figure beside the client's bound of it. */
export function PlanFacts({ plan, bounds }: { plan: Plan; bounds: ClientBounds }) {
  const t = useTranslations("plans.facts");
  const locale = useLocale();
  const money = (amount: number) => formatPrice({ amount, currency: country.currency }, locale);
  const hours = (minutes: number) => t("hours", { hours: formatNumber(Math.round(minutes / 6) / 10, locale) });
  const busiest = Math.max(0, ...plan.weeks.map(({ minutes }) => minutes));
  const [from, until] = [
    plan.steps.map((step) => step.from).sort()[0],
    plan.steps
      .map((step) => step.until)
      .sort()
      .at(-1),
  ];
  const isOpen = plan.conflicts.some(({ what }) => what === "noPrice");
  const facts: Fact[] = [
    {
      name: t("cost"),
      value: isOpen ? t("atLeast", { price: money(plan.cost) }) : money(plan.cost),
      ...(bounds.budget === null ? {} : { bound: t("of", { bound: money(bounds.budget) }), isOver: plan.cost > bounds.budget }),
    },
    {
      name: t("busiest"),
      value: hours(busiest),
      ...(bounds.hoursPerWeek === null
        ? {}
        : { bound: t("of", { bound: hours(bounds.hoursPerWeek * 60) }), isOver: busiest > bounds.hoursPerWeek * 60 }),
    },
    { name: t("work"), value: hours(plan.minutes) },
    { name: t("credits"), value: plan.ects === null ? "–" : t("ects", { ects: formatNumber(plan.ects, locale) }) },
    { name: t("level"), value: plan.level === null ? "–" : t("eqf", { level: plan.level }) },
    {
      name: t("time"),
      value: from && until ? formatDay(until, locale) : "–",
      ...(from ? { bound: t("from", { day: formatDay(from, locale) }) } : {}),
    },
  ];

  return (
    <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 print:grid-cols-6 print:gap-1.5">
      {facts.map(({ name, value, bound, isOver }) => (
        <div key={name} className="flex flex-col rounded-md border border-line bg-raised px-4 py-3 print:px-2 print:py-1.5">
          <dt className="text-ink-2 text-sm">{name}</dt>
          <dd className={`font-semibold text-lg tabular-nums leading-snug print:text-sm ${isOver ? "text-bad" : ""}`}>
            {value}
            {bound && <span className="block font-normal text-ink-2 text-sm">{bound}</span>}
            {isOver && <span className="block font-semibold text-sm">{t("over")}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
