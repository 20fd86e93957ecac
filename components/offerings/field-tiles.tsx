import { useLocale } from "next-intl";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";
import { broadFields } from "./fields";
import { pebble } from "./pebble";
import { useFieldName } from "./use-field-name";

/** The fields that have offerings, the fullest first; the stone is as wide as the field is full. */
export function FieldTiles({ topics }: { topics: Record<string, number> }) {
  const locale = useLocale();
  const nameOf = useFieldName();
  const filled = broadFields.filter((code) => topics[code]).sort((a, b) => (topics[b] ?? 0) - (topics[a] ?? 0));
  const most = Math.max(...filled.map((code) => topics[code] ?? 0));

  return (
    <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {filled.map((code, position) => (
        <li key={code}>
          <a
            href={address(locale, `offerings?field=${code}`)}
            className="flex h-full min-h-18 items-center justify-between gap-4 rounded-lg border border-line bg-raised px-5 py-3 text-ink no-underline hover:border-accent hover:text-accent"
          >
            <span className="font-semibold leading-snug">{nameOf(code)}</span>
            <Count count={topics[code] ?? 0} most={most} seed={position} text={formatNumber(topics[code] ?? 0, locale)} />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Count({ count, most, seed, text }: { count: number; most: number; seed: number; text: string }) {
  const width = 44 + 44 * Math.sqrt(count / most);

  return (
    <svg viewBox="0 0 92 40" width="92" height="40" className="shrink-0" role="img" aria-label={text}>
      <path d={pebble(46, 38, { width, height: 24 + width * 0.12 }, seed)} fill="var(--hill-3)" />
      <text x="46" y="28" fontSize="16" fontWeight="700" fill="var(--ink)" textAnchor="middle">
        {text}
      </text>
    </svg>
  );
}
