import { useLocale, useTranslations } from "next-intl";
import { addDays, daysBetween } from "@/lib/days/days";
import { formatDay, formatNumber } from "@/lib/i18n/format";
import type { Plan } from "@/lib/plans/plan";
import { mostWeeksShown, type PlanProps } from "./shown";

const rowHeight = 44;
const loadHeight = 110;
/** Room for the highest number and for the days below. */
const [above, below] = [20, 22];
const ticks = 4;

/** Weeks from left to right: each offering from its first to its last day, and below them the hours that each week asks, by offering. */
export function PlanPicture({ plan, bounds, nameOf }: PlanProps) {
  const t = useTranslations("plans.picture");
  const locale = useLocale();
  const weeks = plan.weeks.slice(0, mostWeeksShown);
  const [first] = weeks;
  if (!first) return null;
  const end = addDays(first.monday, weeks.length * 7);
  const at = (day: string) => (Math.min(weeks.length * 7, daysBetween(first.monday, day)) / (weeks.length * 7)) * 100;
  const bound = (bounds.hoursPerWeek ?? 0) * 60;
  const most = Math.max(60, bound, ...weeks.map(({ minutes }) => minutes));
  const shown = plan.steps.filter(({ from }) => from < end);
  const top = shown.length * rowHeight + above;
  const base = top + loadHeight;
  const tall = (minutes: number) => (minutes / most) * loadHeight;
  const hours = (minutes: number) => formatNumber(Math.round(minutes / 6) / 10, locale);
  const fillOf = new Map(plan.steps.map(({ id, eqf }) => [id, `var(--e${eqf})`]));
  const busiest = Math.max(...weeks.map(({ minutes }) => minutes));
  const spoken = t("spoken", {
    count: shown.length,
    from: formatDay(first.monday, locale),
    until: formatDay(addDays(end, -1), locale),
    hours: hours(busiest),
  });

  return (
    <figure className="min-w-0 print:break-inside-avoid">
      <figcaption className="mb-3 max-w-[68ch] text-ink-2 text-sm">
        {t("caption")} {bound > 0 && t("bound", { hours: hours(bound) })}{" "}
        {weeks.length < plan.weeks.length && t("cut", { count: weeks.length })}
      </figcaption>
      <svg width="100%" height={base + below} role="img" aria-label={spoken} className="block overflow-visible">
        <Axis weeks={weeks} at={at} base={base} />
        {shown.map((one, row) => (
          <g key={one.id}>
            <foreignObject x="0" y={row * rowHeight} width="100%" height="22">
              <div className="truncate text-ink text-sm leading-[22px]">{nameOf(one.id)}</div>
            </foreignObject>
            <rect
              x={`${at(one.from)}%`}
              y={row * rowHeight + 23}
              width={`${Math.max(0.8, at(addDays(one.until, 1)) - at(one.from))}%`}
              height="14"
              rx="4"
              fill={fillOf.get(one.id)}
              stroke="var(--stone-edge)"
            />
          </g>
        ))}
        {weeks.map(({ monday, parts }) => {
          const starts = parts.map((_, place) => parts.slice(0, place + 1).reduce((sum, { minutes }) => sum + minutes, 0));
          return parts.map(({ id, minutes }, place) => (
            <rect
              key={`${monday} ${id}`}
              x={`${at(monday) + 10 / weeks.length}%`}
              y={base - tall(starts[place] ?? 0)}
              width={`${80 / weeks.length}%`}
              height={tall(minutes)}
              fill={fillOf.get(id)}
              stroke="var(--stone-edge)"
              strokeWidth={weeks.length > 52 ? 0 : 1}
            />
          ));
        })}
        <line x1="0" x2="100%" y1={base} y2={base} stroke="var(--line-strong)" />
        <text x="100%" y={base - tall(busiest) - 5} fontSize="12" fill="var(--ink-2)" textAnchor="end">
          {t("busiest", { hours: hours(busiest) })}
        </text>
        {bound > 0 && (
          <line
            x1="0"
            x2="100%"
            y1={base - tall(bound)}
            y2={base - tall(bound)}
            stroke="var(--bad)"
            strokeWidth="2"
            strokeDasharray="6 4"
          />
        )}
      </svg>
    </figure>
  );
}

/** A day for each quarter of the time. */
function Axis({ weeks, at, base }: { weeks: Plan["weeks"]; at: (day: string) => number; base: number }) {
  const locale = useLocale();
  const step = Math.ceil(weeks.length / ticks);
  return weeks
    .filter((_, place) => place % step === 0)
    .map(({ monday }) => (
      <g key={monday}>
        <line x1={`${at(monday)}%`} x2={`${at(monday)}%`} y1="0" y2={base} stroke="var(--line)" />
        <text x={`${at(monday)}%`} y={base + 16} fontSize="12" fill="var(--ink-2)">
          {formatDay(monday, locale)}
        </text>
      </g>
    ));
}
