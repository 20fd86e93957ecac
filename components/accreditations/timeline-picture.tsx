import { useLocale } from "next-intl";
import { type Span, type Timeline, timelineOf, yearsOf } from "@/lib/accreditations/timeline";
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
  const locale = useLocale();
  const barTop = (row: number) => top + row * rowHeight + 4 + labelHeight;
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
      {Array.from({ length: count }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a picture, in an order that never changes
        <rect key={row} x="0" y={barTop(row)} width="100%" height="8" rx="4" fill="var(--sunk)" stroke="var(--line)" />
      ))}
      {timeline.bars.map((bar, position) => {
        const of = ordered[position];
        const row = place.get(bar.id) ?? bar.row;
        return of && <Bar key={of.key} x={bar.x} width={bar.width} open={bar.open} look={of.look} y={barTop(row)} />;
      })}
      <line
        x1={`${timeline.today}%`}
        x2={`${timeline.today}%`}
        y1="16"
        y2={bottom - (rows ? 22 : 18)}
        stroke="var(--ink)"
        strokeWidth="2"
      />
      {datesOf(timeline.bars, ordered).map(({ day, x, anchor, bar }) => (
        <text
          key={`${bar.id} ${day}`}
          x={`${x}%`}
          y={barTop(place.get(bar.id) ?? bar.row) + 22}
          fontSize="12"
          fill="var(--ink-2)"
          stroke="var(--paper)"
          strokeWidth="4"
          paintOrder="stroke"
          textAnchor={anchor}
        >
          {formatDay(day, locale)}
        </text>
      ))}
      {rows?.map(({ id, label }, row) => (
        <foreignObject key={id} x="0" y={barTop(row) - 20} width="100%" height="20">
          <div className="truncate font-bold text-[13px] leading-5 [text-shadow:0_0_4px_var(--paper),0_0_4px_var(--paper)]">{label}</div>
        </foreignObject>
      ))}
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

function Bar({ x, width, open, look, y }: { x: number; width: number; open: boolean; look: Look; y: number }) {
  const { fill, stroke, dash } = fills[look];
  return <rect x={`${x}%`} y={y} width={`${width}%`} height="8" rx={open ? 0 : 4} fill={fill} stroke={stroke} strokeDasharray={dash} />;
}

/** A day takes so much of the width on a phone. */
const dayWidth = 20;

type DateLabel = { day: Day; x: number; anchor: "start" | "end"; bar: Timeline["bars"][number] };

/** The days that stand under the bars: first and last of each as far as there is room, and none where the next bar begins at once. */
function datesOf(drawn: Timeline["bars"], bars: TimelineBar[]): DateLabel[] {
  const taken = new Map<string, [from: number, to: number][]>();
  const all = drawn.flatMap((bar, position): DateLabel[] => {
    const { from, until } = bars[position] ?? { from: null, until: null };
    const goesOn = until !== null && bars.some((other) => other.id === bar.id && other.from === until);
    const right = bar.x + bar.width;
    const end = until === null || goesOn ? [] : [{ day: addDays(until, -1), x: right, anchor: right < 30 ? "start" : "end", bar } as const];
    const start = from === null ? [] : [{ day: from, x: bar.x, anchor: bar.x > 70 ? "end" : "start", bar } as const];
    return [...end, ...start];
  });
  return all.filter(({ x, anchor, bar }) => {
    const [from, to] = anchor === "start" ? [x, x + dayWidth] : [x - dayWidth, x];
    const others = taken.get(bar.id) ?? [];
    const isFree = others.every(([left, right]) => to <= left || from >= right);
    if (isFree) taken.set(bar.id, [...others, [from, to]]);
    return isFree;
  });
}
