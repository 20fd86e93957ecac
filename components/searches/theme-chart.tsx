import { useLocale, useTranslations } from "next-intl";
import { useFieldName } from "@/components/offerings/use-field-name";
import { Details } from "@/components/ui/details";
import { tableLook as look } from "@/components/ui/table-look";
import { formatList, formatNumber } from "@/lib/i18n/format";
import type { Demand } from "@/lib/insight/demand/demand";
import { DemandHead, demandColumns } from "./demand-head";

const rowHeight = 70;
const longest = 82;

/** A theme as a bar: what was asked, the part of it in vain hatched, and below it what there is. */
export function ThemeChart({ themes }: { themes: Demand[] }) {
  const t = useTranslations("statistics.demand");
  const locale = useLocale();
  const nameOf = useFieldName();
  const name = (theme: string) => (theme === "" ? t("otherWords") : nameOf(theme));
  const number = (value: number) => formatNumber(value, locale);
  const most = Math.max(1, ...themes.map(({ asked }) => asked));
  const spoken = t("themes.picture", {
    numbers: formatList(
      themes.map(({ theme, asked, unanswered }) =>
        t("themes.spoken", { theme: name(theme), asked: number(asked), unanswered: number(unanswered) }),
      ),
      locale,
    ),
  });

  return (
    <div className="max-w-[56rem]">
      <p className="mb-4 flex flex-wrap gap-x-5 gap-y-1 text-sm" aria-hidden="true">
        <span className="flex items-center gap-1.5">
          <span className="size-3 rounded-sm bg-accent" />
          {t("themes.answered")}
        </span>
        <span className="flex items-center gap-1.5">
          <span className="size-3 rounded-sm border-[1.5px] border-warn bg-[repeating-linear-gradient(45deg,var(--warn)_0_2px,transparent_2px_5px)]" />
          {t("unanswered")}
        </span>
      </p>
      <svg width="100%" height={themes.length * rowHeight} role="img" aria-label={spoken} className="block overflow-visible">
        <title>{t("themes.title")}</title>
        <defs>
          <pattern id="in-vain" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="2.5" height="6" fill="var(--warn)" />
          </pattern>
        </defs>
        {themes.map(({ theme, asked, unanswered, offerings, open }, row) => {
          const y = row * rowHeight;
          const [length, vain] = [(asked / most) * longest, (unanswered / most) * longest];
          return (
            <g key={theme}>
              <foreignObject x="0" y={y} width="100%" height="24">
                <div className="truncate font-semibold text-sm leading-6">{name(theme)}</div>
              </foreignObject>
              <rect x="0" y={y + 25} width={`${longest}%`} height="14" rx="2" fill="var(--sunk)" />
              <rect x="0" y={y + 25} width={`${length - vain}%`} height="14" rx="2" fill="var(--accent)" />
              {vain > 0 && (
                <rect
                  x={`${length - vain}%`}
                  y={y + 25.75}
                  width={`${vain}%`}
                  height="12.5"
                  rx="2"
                  fill="url(#in-vain)"
                  stroke="var(--warn)"
                  strokeWidth="1.5"
                />
              )}
              <text x="100%" y={y + 37} fontSize="13" fill="var(--ink)" textAnchor="end" className="tabular-nums">
                {number(asked)}
              </text>
              {theme !== "" && (
                <foreignObject x="0" y={y + 40} width="100%" height="22">
                  <div className="truncate text-ink-2 text-sm leading-5">{t("there", { offerings, open })}</div>
                </foreignObject>
              )}
            </g>
          );
        })}
      </svg>
      <Details className="mt-2" summary={t("numbers")}>
        <ThemeTable themes={themes} name={name} />
      </Details>
    </div>
  );
}

/** The numbers of the chart. On a phone each theme is a block of its own, with the name of every number beside it. */
function ThemeTable({ themes, name }: { themes: Demand[]; name: (theme: string) => string }) {
  const t = useTranslations("statistics.demand");
  const locale = useLocale();
  return (
    <table className={`${look.table} mt-2 text-sm`}>
      <caption className="sr-only">{t("themes.title")}</caption>
      <DemandHead />
      <tbody>
        {themes.map((one) => (
          <tr key={one.theme} className={look.row}>
            <th scope="row" className={look.name}>
              {name(one.theme)}
            </th>
            {demandColumns.map((column) => (
              <td key={column} className="py-3 tabular-nums max-sm:py-0.5 sm:ps-4 sm:text-end">
                <span className="me-1.5 text-ink-2 sm:hidden">{t(`column.${column}`)}</span>
                {one.theme === "" && (column === "offerings" || column === "open") ? "–" : formatNumber(one[column], locale)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
