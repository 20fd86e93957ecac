import { useTranslations } from "next-intl";
import { pebble, sheen } from "./pebble";
import { inkOn } from "./stone";

const stones = [
  { key: "three", level: 6, x: 190, bottom: 214, width: 300, height: 66 },
  { key: "two", level: 5, x: 200, bottom: 150, width: 200, height: 54 },
  { key: "one", level: 4, x: 186, bottom: 98, width: 160, height: 46 },
] as const;

/** Three small credentials stacked into a larger one, and a place kept for the next. */
export function CairnPicture() {
  const t = useTranslations("front.what");

  return (
    <figure>
      <svg viewBox="0 0 380 226" role="img" aria-label={t("picture")} className="w-full max-w-lg">
        <path d="M12 214.5h356" stroke="var(--line-strong)" />
        {stones.map(({ key, level, x, bottom, width, height }, seed) => (
          <g key={key}>
            <path d={pebble(x, bottom, { width, height }, seed)} fill={`var(--e${level})`} stroke="var(--stone-edge)" />
            <path d={sheen(x, bottom, { width, height })} stroke="var(--stone-light)" strokeWidth="3" fill="none" strokeLinecap="round" />
            <text x={x} y={bottom - height * 0.34} fontSize="16" fontWeight="700" fill={inkOn(level)} textAnchor="middle">
              {t(`stone.${key}`)}
            </text>
          </g>
        ))}
        <path
          d={pebble(192, 53, { width: 124, height: 38 }, 3)}
          fill="none"
          stroke="var(--line-strong)"
          strokeWidth="1.5"
          strokeDasharray="5 5"
        />
        <text x="192" y="40" fontSize="15" fill="var(--ink-2)" textAnchor="middle">
          {t("stone.top")}
        </text>
      </svg>
      <figcaption className="mt-4 max-w-lg text-ink-2 text-sm">{t("caption")}</figcaption>
    </figure>
  );
}
