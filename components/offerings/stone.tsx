import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { pebble, sheen, stoneSize } from "./pebble";

const levels = [1, 2, 3, 4, 5, 6, 7, 8];
const ground = 44;

/** Where a level stands on the line. */
function placeOf(level: number): number {
  return 14 + (level - 1) * 19;
}

/** From EQF 6 on stones are deep enough in colour for the pale ink. */
export function inkOn(level: number): string {
  return level >= 6 ? "var(--on-deep)" : "var(--on-pale)";
}

/** A microcredential as a stone: as wide as its workload, standing at its EQF level. The words beneath say the same. */
export function Stone({ eqf, ects, hours, seed }: { eqf: number; ects: number | null; hours: number | null; seed: string }) {
  const t = useTranslations("search");
  const locale = useLocale();
  const size = stoneSize({ ects, hours });
  const x = Math.min(Math.max(placeOf(eqf), size.width / 2 + 2), 160 - size.width / 2 - 2);
  const others = levels.filter((level) => level !== eqf);
  const workload = [
    ...(ects === null ? [] : [t("ects", { ects: formatNumber(ects, locale) })]),
    ...(hours === null ? [] : [t("hours", { hours: formatNumber(hours, locale) })]),
  ];

  return (
    <figure className="w-40 max-w-full">
      <svg viewBox="0 0 160 66" aria-hidden="true" className="w-full">
        <path d={pebble(x, ground, size, seed)} fill={`var(--e${eqf})`} stroke="var(--stone-edge)" />
        <path d={sheen(x, ground, size)} stroke="var(--stone-light)" strokeWidth="2.5" fill="none" strokeLinecap="round" />
        <line x1="4" x2="156" y1={ground + 0.5} y2={ground + 0.5} stroke="var(--line-strong)" />
        <text x={others.map(placeOf).join(" ")} y={ground + 16} fontSize="11" fill="var(--ink-2)" textAnchor="middle">
          {others.join("")}
        </text>
        <text x={placeOf(eqf)} y={ground + 16} fontSize="14" fontWeight="800" fill="var(--ink)" textAnchor="middle">
          {eqf}
        </text>
      </svg>
      <figcaption className="mt-1 text-sm leading-snug">
        <span className="font-semibold">{t("level", { level: eqf })}</span>
        <span className="text-ink-2">
          {workload.map((part) => (
            <span key={part} className="block">
              {part}
            </span>
          ))}
        </span>
      </figcaption>
    </figure>
  );
}
