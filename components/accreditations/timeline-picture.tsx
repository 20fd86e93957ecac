import { useLocale } from "next-intl";
import { type Span, timelineOf, yearsOf } from "@/lib/accreditations/timeline";
import { addDays, type Day } from "@/lib/days/days";
import { formatDay } from "@/lib/i18n/format";

/** How a bar looks: filled while it holds without a limit, in outline while it is to come, broken where something was taken away. */
export type Look = "good" | "warn" | "bad" | "to-come" | "past" | "taken-away";

/** A period to draw on the row of its id. */
export type TimelineBar = Span & { key: string; look: Look };

type Props = {
  bars: TimelineBar[];
  day: Day;
  /** What stands over the line at the day. */
  dayLabel: string;
  /** All of it in words, for those who do not see it. */
  spoken: string;
  /** Rows with a name over each, in this order; without, rows stand in the order of time. */
  rows?: { id: string; label: string }[];
};

const top = 22;

/** Periods over the years with one day among them. Positions are shares of the width, so that letters keep their size. */
export function TimelinePicture({ bars, day, dayLabel, spoken, rows }: Props) {
  const timeline = timelineOf(bars, day, 100);
  const rowHeight = rows ? 54 : 34;
  const labelHeight = rows ? 18 : 0;
  const count = rows?.length ?? timeline.rows;
  const bottom = top + count * rowHeight;
  const years = rows ? yearsOf(timeline, 100) : [];
  const place = new Map(rows?.map(({ id }, position) => [id, position]));
  const ordered = [...bars].sort((a, b) => (a.from ?? "").localeCompare(b.from ?? "") || a.id.localeCompare(b.id));

  return (
    <svg width="100%" height={bottom + (rows ? 18 : 0)} role="img" aria-label={spoken} className="block overflow-visible">
      {years.map(({ year, x }) => (
        <g key={year}>
          <line x1={`${x}%`} x2={`${x}%`} y1={top} y2={bottom} stroke="var(--line)" />
          <text x={`${x}%`} y={bottom + 14} fontSize="12" fill="var(--ink-2)" textAnchor={anchorAt(x)}>
            {year}
          </text>
        </g>
      ))}
      {Array.from({ length: count }, (_, row) => {
        const y = top + row * rowHeight + 4 + labelHeight;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a picture, in an order that never changes
          <g key={row}>
            {rows && (
              <text
                x="0"
                y={y - 6}
                fontSize="13"
                fontWeight="700"
                fill="var(--ink)"
                stroke="var(--paper)"
                strokeWidth="4"
                paintOrder="stroke"
              >
                {rows[row]?.label}
              </text>
            )}
            <rect x="0" y={y} width="100%" height="8" rx="4" fill="var(--sunk)" stroke="var(--line)" />
          </g>
        );
      })}
      {timeline.bars.map((bar, position) => {
        const of = ordered[position];
        const row = place.get(bar.id) ?? bar.row;
        return of && <Bar key={of.key} {...bar} bar={of} y={top + row * rowHeight + 4 + labelHeight} />;
      })}
      <line
        x1={`${timeline.today}%`}
        x2={`${timeline.today}%`}
        y1="16"
        y2={bottom - (rows ? 22 : 18)}
        stroke="var(--ink)"
        strokeWidth="2"
      />
      <text x={`${timeline.today}%`} y="11" fontSize="13" fontWeight="700" fill="var(--ink)" textAnchor={anchorAt(timeline.today)}>
        {dayLabel}
      </text>
    </svg>
  );
}

function anchorAt(share: number): "start" | "middle" | "end" {
  if (share < 12) return "start";
  return share > 88 ? "end" : "middle";
}

const fills: Record<Look, { fill: string; stroke: string; dash?: string }> = {
  good: { fill: "var(--good)", stroke: "var(--good)" },
  warn: { fill: "var(--warn)", stroke: "var(--warn)" },
  bad: { fill: "var(--bad)", stroke: "var(--bad)" },
  "to-come": { fill: "var(--raised)", stroke: "var(--good)", dash: "4 3" },
  past: { fill: "var(--line-strong)", stroke: "var(--line-strong)" },
  "taken-away": { fill: "var(--raised)", stroke: "var(--bad)", dash: "2 3" },
};

/** Below a third of the width only the end fits under a bar. */
const narrow = 48;

function Bar({ bar, x, width, open, y }: { bar: TimelineBar; x: number; width: number; open: boolean; y: number }) {
  const locale = useLocale();
  const { fill, stroke, dash } = fills[bar.look];
  const end = bar.until === null ? null : addDays(bar.until, -1);
  const right = x + width;
  const label = { y: y + 22, fontSize: 12, fill: "var(--ink-2)", stroke: "var(--paper)", strokeWidth: 4, paintOrder: "stroke" };
  const both = width >= narrow;

  return (
    <g>
      <rect x={`${x}%`} y={y} width={`${width}%`} height="8" rx={open ? 0 : 4} fill={fill} stroke={stroke} strokeDasharray={dash} />
      {bar.from !== null && (both || end === null) && (
        <text {...label} x={`${x}%`} textAnchor={x > 70 ? "end" : "start"}>
          {formatDay(bar.from, locale)}
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
