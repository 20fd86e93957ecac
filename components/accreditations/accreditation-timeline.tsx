import { useLocale, useTranslations } from "next-intl";
import { type AccreditationEntry, type AccreditationState, accreditationState, lastDayOf } from "@/lib/accreditations/accreditation";
import { type Bar, timelineOf } from "@/lib/accreditations/timeline";
import { addDays, type Day } from "@/lib/days/days";
import { formatDay } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";

const rowHeight = 34;
const top = 22;

/** When accreditations held and hold, with today's place among them. Positions are shares of the width, so that letters keep their size. */
export function AccreditationTimeline({ accreditations, day }: { accreditations: AccreditationEntry[]; day: Day }) {
  const t = useTranslations("provider.timeline");
  const locale = useLocale();
  const { bars, today, rows } = timelineOf(
    accreditations.map((one) => ({ id: one.key, from: one.valid.from, until: endOf(one) })),
    day,
    100,
  );
  const ordered = [...accreditations].sort((a, b) => (a.valid.from ?? "").localeCompare(b.valid.from ?? "") || a.key.localeCompare(b.key));
  const height = top + rows * rowHeight;

  return (
    <svg width="100%" height={height} role="img" aria-label={spoken()} className="block overflow-visible">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a picture, in an order that never changes
        <rect key={row} x="0" y={top + row * rowHeight + 4} width="100%" height="8" rx="4" fill="var(--sunk)" stroke="var(--line)" />
      ))}
      {bars.map((bar, position) => {
        const accreditation = ordered[position];
        return (
          accreditation && (
            <AccreditationBar
              key={accreditation.id}
              bar={bar}
              accreditation={accreditation}
              state={accreditationState(accreditation, day)}
            />
          )
        );
      })}
      <line x1={`${today}%`} x2={`${today}%`} y1="16" y2={height - rowHeight + 16} stroke="var(--ink)" strokeWidth="2" />
      <text x={`${today}%`} y="11" fontSize="13" fontWeight="700" fill="var(--ink)" textAnchor={anchorAt(today)}>
        {t("today")}
      </text>
    </svg>
  );

  function spoken(): string {
    const periods = ordered.map((one) => {
      const end = lastDayOf(one);
      const from = formatDay(one.valid.from ?? day, locale, "long");
      const period = end ? t("period", { from, until: formatDay(end, locale, "long") }) : t("periodOpen", { from });
      return `${plainText(one.title, locale)}: ${period}, ${t(`states.${accreditationState(one, day)}`)}`;
    });
    return [...periods, t("todayIs", { day: formatDay(day, locale, "long") })].join(". ");
  }
}

/** The first day on which it shows nothing any more: a teach-out ends before its validity does. */
function endOf(accreditation: AccreditationEntry): Day | null {
  const last = lastDayOf(accreditation);
  return last === null ? null : addDays(last, 1);
}

function anchorAt(share: number): "start" | "middle" | "end" {
  if (share < 12) return "start";
  return share > 88 ? "end" : "middle";
}

const fills: Record<AccreditationState, { fill: string; stroke: string; dash?: string }> = {
  "in-force": { fill: "var(--good)", stroke: "var(--good)" },
  "no-new-starts": { fill: "var(--warn)", stroke: "var(--warn)" },
  "teach-out": { fill: "var(--warn)", stroke: "var(--warn)" },
  "to-come": { fill: "var(--raised)", stroke: "var(--good)", dash: "4 3" },
  ended: { fill: "var(--line-strong)", stroke: "var(--line-strong)" },
  withdrawn: { fill: "var(--raised)", stroke: "var(--bad)", dash: "2 3" },
};

/** Below a third of the width only the end fits under a bar. */
const narrow = 48;

function AccreditationBar({ bar, accreditation, state }: { bar: Bar; accreditation: AccreditationEntry; state: AccreditationState }) {
  const locale = useLocale();
  const { fill, stroke, dash } = fills[state];
  const y = top + bar.row * rowHeight + 4;
  const { from } = accreditation.valid;
  const end = lastDayOf(accreditation);
  const right = bar.x + bar.width;
  const label = { y: y + 22, fontSize: 12, fill: "var(--ink-2)" };
  const both = bar.width >= narrow;

  return (
    <g>
      <rect
        x={`${bar.x}%`}
        y={y}
        width={`${bar.width}%`}
        height="8"
        rx={bar.open ? 0 : 4}
        fill={fill}
        stroke={stroke}
        strokeDasharray={dash}
      />
      {from !== null && (both || end === null) && (
        <text {...label} x={`${bar.x}%`} textAnchor={bar.x > 70 ? "end" : "start"}>
          {formatDay(from, locale)}
        </text>
      )}
      {end !== null && (
        <text {...label} x={`${right}%`} textAnchor={right < 30 ? "start" : "end"}>
          {formatDay(end, locale)}
        </text>
      )}
    </g>
  );
}
