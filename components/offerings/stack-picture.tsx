import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import type { StackedOffering } from "@/lib/offerings/stacking/queries";
import { plainText } from "@/lib/texts/texts";
import { pebble, sheen } from "./pebble";
import { inkOn } from "./stone";

const width = 360;
const stone = 38;
const most = 6;
/** A cairn is built by hand: no stone lies quite above the one below. */
const leans = [0, 7, -6, 5, -8, 3];

/**
 * Credentials as a cairn: each stone as wide as its workload, the largest below, this one in the accent colour. `whole` is what
 * they make together: where more is needed than the stones come to, a dashed stone says so on top.
 */
export function StackPicture({
  parts,
  own,
  missing,
  label,
}: {
  parts: StackedOffering[];
  own: string | null;
  missing: string | null;
  label: string;
}) {
  const t = useTranslations("offering.stacking");
  const locale = useLocale();
  // This one is always among those that are drawn.
  const shown = [...parts.filter(({ reference }) => reference === own), ...parts.filter(({ reference }) => reference !== own)]
    .slice(0, most)
    .sort((a, b) => size(b) - size(a));
  const height = (shown.length + (missing ? 1 : 0)) * stone + 14;
  const largest = Math.max(...shown.map(size), 1);
  const widthOf = (part: StackedOffering) => 150 + 170 * Math.sqrt(size(part) / largest);

  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="w-full max-w-[26rem]">
      <line x1="6" x2={width - 6} y1={height - 6} y2={height - 6} stroke="var(--line-strong)" />
      {shown.map((part, position) => {
        const bottom = height - 6 - position * stone;
        const x = width / 2 + (leans[position % leans.length] ?? 0);
        const mine = part.reference === own;
        const box = { width: widthOf(part), height: stone - 3 };
        return (
          <g key={part.reference}>
            <path
              d={pebble(x, bottom, box, part.reference)}
              fill={mine ? "var(--accent)" : `var(--e${part.eqf ?? 4})`}
              stroke="var(--stone-edge)"
            />
            <path d={sheen(x, bottom, box)} stroke="var(--stone-light)" strokeWidth="2" fill="none" strokeLinecap="round" />
            <text
              x={x}
              y={bottom - 12}
              fontSize="13.500"
              fontWeight={mine ? 800 : 600}
              fill={mine ? "var(--accent-ink)" : inkOn(part.eqf ?? 4)}
              textAnchor="middle"
            >
              {caption(part, mine)}
            </text>
          </g>
        );
      })}
      {missing && (
        <g>
          <path
            d={pebble(width / 2, height - 6 - shown.length * stone, { width: 150, height: stone - 5 }, "missing")}
            fill="none"
            stroke="var(--line-strong)"
            strokeWidth="1.500"
            strokeDasharray="5 5"
          />
          <text x={width / 2} y={height - 18 - shown.length * stone} fontSize="13" fill="var(--ink-2)" textAnchor="middle">
            {missing}
          </text>
        </g>
      )}
    </svg>
  );

  function caption(part: StackedOffering, mine: boolean): string {
    const name = mine ? t("thisOne") : shorten(plainText(part.title, locale, part.original), Math.floor(widthOf(part) / 9.5));
    const amount =
      part.ects === null
        ? part.hours === null
          ? ""
          : t("hoursShort", { hours: formatNumber(part.hours, locale) })
        : formatNumber(part.ects, locale);
    return [name, amount].filter(Boolean).join(" · ");
  }
}

/** Comparable sizes of workload: credits, else hours by the usual measure. */
function size({ ects, hours }: Pick<StackedOffering, "ects" | "hours">): number {
  return ects ?? (hours ?? 28) / 28;
}

function shorten(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, Math.max(letters - 1, 3)).trimEnd()}…`;
}
