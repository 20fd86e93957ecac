import { useLocale, useTranslations } from "next-intl";
import { formatNumber } from "@/lib/i18n/format";
import { pebble, sheen, stoneSize } from "./pebble";
import { inkOn } from "./stone";

const levels = [1, 2, 3, 4, 5, 6, 7, 8];
const width = 260;
/** How wide a bold letter or figure of the amount is, about. */
const letter = 9;

/** The stone of one offering, large: it lies on the step of its EQF level and is as wide as its workload. */
export function LevelPicture({ eqf, ects, hours, seed }: { eqf: number; ects: number | null; hours: number | null; seed: string }) {
  const t = useTranslations("offering.glance");
  const locale = useLocale();
  const small = stoneSize({ ects, hours });
  const size = { width: small.width * 1.3, height: small.height * 1.35 };
  const step = width / levels.length;
  const ground = (level: number) => 118 - level * 7;
  const x = Math.min(Math.max((eqf - 0.5) * step, size.width / 2 + 2), width - size.width / 2 - 2);
  const amount =
    ects === null ? (hours === null ? "" : t("hoursShort", { hours: formatNumber(hours, locale) })) : formatNumber(ects, locale);
  // What a small stone has no room for stands above it.
  const fits = amount.length * letter < size.width - 10;
  const top = Math.min(ground(eqf) - size.height - (fits ? 6 : 24), ground(8) - 4);

  return (
    <svg viewBox={`0 ${top} ${width} ${150 - top}`} role="img" aria-label={t("picture", { level: eqf })} className="w-full max-w-72">
      {levels.map((level) => (
        <g key={level}>
          <rect
            x={(level - 1) * step + 1}
            y={ground(level)}
            width={step - 2}
            height={128 - ground(level)}
            rx="2"
            fill={level === eqf ? "var(--line-strong)" : "var(--line)"}
          />
          <text
            x={(level - 0.5) * step}
            y="146"
            fontSize={level === eqf ? 16 : 12.5}
            fontWeight={level === eqf ? 800 : 400}
            fill={level === eqf ? "var(--ink)" : "var(--ink-2)"}
            textAnchor="middle"
          >
            {level}
          </text>
        </g>
      ))}
      <path d={pebble(x, ground(eqf), size, seed)} fill={`var(--e${eqf})`} stroke="var(--stone-edge)" />
      <path d={sheen(x, ground(eqf), size)} stroke="var(--stone-light)" strokeWidth="3" fill="none" strokeLinecap="round" />
      <text
        x={x}
        y={ground(eqf) - (fits ? size.height * 0.32 : size.height + 7)}
        fontSize="16"
        fontWeight="700"
        fill={fits ? inkOn(eqf) : "var(--ink)"}
        textAnchor="middle"
      >
        {amount}
      </text>
    </svg>
  );
}
