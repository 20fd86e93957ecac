import { useLocale, useTranslations } from "next-intl";
import { useFieldName } from "@/components/offerings/use-field-name";
import { formatNumber } from "@/lib/i18n/format";
import type { Demand } from "@/lib/insight/demand/demand";
import { regionName } from "@/lib/statistics/names";

const [step, tall, nameWidth, head] = [54, 40, 236, 104];

/**
 * Where people ask for what: the larger the stone, the more they ask; an empty ring is asked where there is nothing. Only where there is room
 * for it: the table beside it says the same.
 */
export function RegionGrid({ demand, own }: { demand: Demand[]; own: string[] }) {
  const t = useTranslations("statistics.demand.regions");
  const locale = useLocale();
  const nameOf = useFieldName();
  const regions = [...new Set(demand.map(({ region }) => region))].sort(
    (a, b) => Number(own.includes(b)) - Number(own.includes(a)) || a.localeCompare(b),
  );
  const themes = [...new Set(demand.map(({ theme }) => theme))].sort();
  const most = Math.max(1, ...demand.map(({ asked }) => asked));
  const [width, height] = [nameWidth + regions.length * step, head + themes.length * tall];
  const empty = demand.filter(({ offerings }) => offerings === 0).length;

  return (
    <figure className="mb-8 hidden md:block">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t("picture", { themes: themes.length, regions: regions.length, empty })}
        style={{ maxWidth: width * 1.15 }}
        className="block w-full overflow-visible"
      >
        {regions.map((region, column) => (
          <text
            key={region}
            transform={`translate(${nameWidth + (column + 0.5) * step}, ${head - 8}) rotate(-38)`}
            fontSize="12"
            fontWeight={own.includes(region) ? 700 : 400}
            fill="var(--ink)"
          >
            {short(regionName(region, locale), 26)}
          </text>
        ))}
        {themes.map((theme, row) => (
          <g key={theme}>
            <line x1="0" x2={width} y1={head + (row + 1) * tall} y2={head + (row + 1) * tall} stroke="var(--line)" />
            <text x="0" y={head + (row + 0.5) * tall + 4} fontSize="12" fill="var(--ink)">
              {short(nameOf(theme), 36)}
            </text>
            {demand
              .filter((one) => one.theme === theme)
              .map(({ region, asked, offerings }) => {
                const x = nameWidth + (regions.indexOf(region) + 0.5) * step;
                const y = head + (row + 0.5) * tall;
                const radius = 6 + 11 * Math.sqrt(asked / most);
                return offerings === 0 ? (
                  <g key={region}>
                    <circle cx={x} cy={y} r={radius} fill="none" stroke="var(--warn)" strokeWidth="2" strokeDasharray="3 2.4" />
                    <Asked x={x} y={y} fill="var(--warn)" text={formatNumber(asked, locale)} />
                  </g>
                ) : (
                  <g key={region}>
                    <circle cx={x} cy={y} r={radius} fill="var(--hill-3)" />
                    <Asked x={x} y={y} fill="var(--ink)" text={formatNumber(asked, locale)} />
                  </g>
                );
              })}
          </g>
        ))}
      </svg>
      <figcaption className="mt-3 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <span className="flex items-center gap-2">
          <svg width="18" height="18" aria-hidden="true">
            <circle cx="9" cy="9" r="8" fill="var(--hill-3)" />
          </svg>
          {t("some")}
        </span>
        <span className="flex items-center gap-2">
          <svg width="18" height="18" aria-hidden="true">
            <circle cx="9" cy="9" r="7.5" fill="none" stroke="var(--warn)" strokeWidth="2" strokeDasharray="3 2.4" />
          </svg>
          {t("nothing")}
        </span>
      </figcaption>
    </figure>
  );
}

function Asked({ x, y, fill, text }: { x: number; y: number; fill: string; text: string }) {
  return (
    <text x={x} y={y + 4} fontSize="11" fontWeight="600" fill={fill} textAnchor="middle">
      {text}
    </text>
  );
}

const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text);
