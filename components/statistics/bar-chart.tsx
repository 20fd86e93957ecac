import { useLocale } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";

export type Bar = { key: string; name: string; total: number; parts?: { key: string; name: string; count: number }[] };

const rowHeight = 46;
/** Lengths are shares of the width, so that letters keep their size; room is left at the end for the number. */
const longest = 84;

/** Lying bars with a name over each: names are long in every language, and a phone is narrow. Parts are shades of one colour. */
export function BarChart({ bars, title, spoken }: { bars: Bar[]; title: string; spoken: string }) {
  const locale = useLocale();
  const most = Math.max(1, ...bars.map(({ total }) => total));

  return (
    <svg width="100%" height={bars.length * rowHeight} role="img" aria-label={spoken} className="block overflow-visible">
      <title>{title}</title>
      <desc>{spoken}</desc>
      {bars.map((bar, row) => {
        const y = row * rowHeight;
        const length = (bar.total / most) * longest;
        return (
          <g key={bar.key}>
            <foreignObject x="0" y={y} width="100%" height="24">
              <div className="truncate text-sm leading-6">{bar.name}</div>
            </foreignObject>
            <rect x="0" y={y + 25} width={`${longest}%`} height="14" rx="2" fill="var(--sunk)" />
            {bar.parts ? (
              <Parts parts={bar.parts} scale={longest / most} y={y + 25} />
            ) : (
              <rect x="0" y={y + 25} width={`${length}%`} height="14" rx="2" fill="var(--accent)" />
            )}
            <text x="100%" y={y + 37} fontSize="13" fill="var(--ink)" textAnchor="end" className="tabular-nums">
              {formatNumber(bar.total, locale)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

/** Levels run from 1 to 8: the higher, the darker. */
export const shadeOf = (part: string) => 0.2 + 0.1 * Math.min(8, Math.max(1, Number(part) || 1));

function Parts({ parts, scale, y }: { parts: NonNullable<Bar["parts"]>; scale: number; y: number }) {
  const starts = parts.map((_, position) => parts.slice(0, position).reduce((sum, { count }) => sum + count, 0));
  return parts.map(({ key, count }, position) => (
    <rect
      key={key}
      x={`${(starts[position] ?? 0) * scale}%`}
      y={y}
      width={`${count * scale}%`}
      height="14"
      fill="var(--accent)"
      fillOpacity={shadeOf(key)}
      stroke="var(--paper)"
    />
  ));
}
