import { useLocale } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";

const width = 400;
const height = 150;
const [top, bottom] = [18, height - 26];

type Point = { key: string; name: string; count: number };

/** Numbers over time: a line with its first, last and highest point named; all of them are in the table beside it. */
export function LineChart({ points, title, spoken }: { points: Point[]; title: string; spoken: string }) {
  const locale = useLocale();
  const most = Math.max(1, ...points.map(({ count }) => count));
  const x = (position: number) => 8 + (position / Math.max(1, points.length - 1)) * (width - 16);
  const y = (count: number) => bottom - (count / most) * (bottom - top);
  const line = points.map(({ count }, position) => `${x(position)},${y(count)}`).join(" ");
  const highest = points.findIndex(({ count }) => count === most);
  const named = [...new Set([0, highest, points.length - 1])].filter((position) => position >= 0);

  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={spoken} className="block w-full max-w-[30rem] overflow-visible">
      <title>{title}</title>
      <desc>{spoken}</desc>
      <line x1="0" y1={bottom} x2={width} y2={bottom} stroke="var(--line-strong)" />
      <polygon points={`${x(0)},${bottom} ${line} ${x(points.length - 1)},${bottom}`} fill="var(--accent-soft)" />
      <polyline points={line} fill="none" stroke="var(--accent)" strokeWidth="2.5" strokeLinejoin="round" />
      {named.map((position) => {
        const point = points[position];
        const anchor = position === 0 ? "start" : position === points.length - 1 ? "end" : "middle";
        return (
          point && (
            <g key={point.key}>
              <circle cx={x(position)} cy={y(point.count)} r="4" fill="var(--accent)" />
              <text
                x={x(position)}
                y={y(point.count) - 8}
                fontSize="13"
                fill="var(--ink)"
                stroke="var(--paper)"
                strokeWidth="3"
                paintOrder="stroke"
                textAnchor={anchor}
              >
                {formatNumber(point.count, locale)}
              </text>
            </g>
          )
        );
      })}
      {[0, points.length - 1].map((position) => (
        <text
          key={position}
          x={position === 0 ? 0 : width}
          y={height - 6}
          fontSize="13"
          fill="var(--ink-2)"
          textAnchor={position === 0 ? "start" : "end"}
        >
          {points[position]?.name}
        </text>
      ))}
    </svg>
  );
}
