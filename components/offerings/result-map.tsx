import { useLocale, useTranslations } from "next-intl";
import { type SearchQuery, searchHref } from "@/lib/catalogue/query";
import { boundsOf, type Cluster, cluster, narrowedTo, project } from "@/lib/catalogue/spots/picture";
import type { OnMap } from "@/lib/catalogue/spots/spots";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";
import type { Outlines } from "@/lib/places/outlines";

type Props = { query: SearchQuery; total: number; onMap: OnMap; outlines: Outlines | undefined };

const [width, apart, named, listed] = [520, 34, 7, 12];

/** Where the results are held: a picture, and beside it the same places as links, which is what the keyboard and who listens to the page use. */
export function ResultMap({ query, total, onMap, outlines }: Props) {
  const t = useTranslations("search.map");
  const locale = useLocale();
  const { places, placed } = onMap;
  const hrefOf = (change: Partial<SearchQuery>) => address(locale, `offerings${searchHref(query, change)}`);
  const online = total - placed;
  const nameOf = ({ name, latitude, longitude }: OnMap["places"][number]) => name ?? `${latitude}, ${longitude}`;
  const entries = places.map((place) => (
    <li key={place.spot} className="break-inside-avoid">
      <a href={hrefOf(narrowedTo(place))} className="inline-flex min-h-6 items-center gap-2 py-1">
        {nameOf(place)}
        <span className="text-ink-2 text-sm">{t("count", { count: place.count })}</span>
      </a>
    </li>
  ));

  return (
    <section aria-labelledby="map" className="mt-6 print:hidden">
      <h2 id="map" className="text-xl">
        {t("heading")}
      </h2>
      {places.length === 0 ? (
        <p className="mt-3">{t("empty")}</p>
      ) : (
        <>
          <Picture places={places} outlines={outlines} hrefOf={(one) => hrefOf(narrowedTo(one))} />
          <p className="mt-2 text-ink-2 text-sm">{t("several")}</p>
          <ul aria-labelledby="map" className="mt-4 columns-1 gap-x-8 sm:columns-2">
            {entries.slice(0, listed)}
          </ul>
          {entries.length > listed && (
            <details className="mt-2">
              <summary className="min-h-6 cursor-pointer py-1">{t("more", { count: entries.length - listed })}</summary>
              <ul className="mt-2 columns-1 gap-x-8 sm:columns-2">{entries.slice(listed)}</ul>
            </details>
          )}
        </>
      )}
      {online > 0 && (
        <p className="mt-3 text-sm">
          {t("nowhere", { count: online })}{" "}
          <a href={hrefOf({ near: undefined, radius: undefined, region: [], mode: ["online"] })}>{t("online")}</a>
        </p>
      )}
      {outlines && <p className="mt-2 text-ink-2 text-sm">{t("source", { source: outlines.source })}</p>}
    </section>
  );
}

/** Hidden from who listens, since each circle is in the list too; a circle of several places says how many, as offerings may be at more than one. */
function Picture({ places, outlines, hrefOf }: Pick<Props, "outlines"> & { places: OnMap["places"]; hrefOf: (one: Cluster) => string }) {
  const t = useTranslations("search.map");
  const locale = useLocale();
  const projection = project(outlines?.bounds ?? boundsOf(places), width);
  const clusters = cluster(places, projection, apart);
  const most = Math.max(...clusters.map(({ sum }) => sum));
  const lineOf = (ring: number[][]) =>
    `M${ring.map(([longitude = 0, latitude = 0]) => Object.values(projection.place({ latitude, longitude })).map(Math.round).join(" ")).join("L")}Z`;
  const radiusOf = ({ sum }: Cluster) => 8 + 12 * Math.sqrt(sum / most);

  return (
    <svg
      viewBox={`0 0 ${width} ${Math.round(projection.height)}`}
      aria-hidden="true"
      className="mt-3 block w-full max-w-[46rem] rounded bg-sunk"
    >
      {outlines?.neighbours.map((rings) => (
        <path key={lineOf(rings[0] ?? [])} d={rings.map(lineOf).join("")} fill="var(--paper)" stroke="var(--line)" opacity="0.6" />
      ))}
      <path d={outlines?.own.map(lineOf).join("") ?? ""} fill="var(--paper)" stroke="var(--ink-2)" />
      {clusters.map((one) => (
        <a key={one.spot} href={hrefOf(one)} tabIndex={-1} className="no-underline">
          <title>{one.places === 1 ? `${one.name ?? ""} ${t("count", { count: one.count })}` : t("places", { count: one.places })}</title>
          <circle cx={one.x} cy={one.y} r={radiusOf(one)} fill="var(--accent)" stroke="var(--paper)" strokeWidth="2" />
          {one.places === 1 && (
            <text x={one.x} y={one.y + 4} textAnchor="middle" fontSize="12" fill="var(--accent-ink)">
              {formatNumber(one.count, locale)}
            </text>
          )}
        </a>
      ))}
      {clusters.slice(0, named).map((one) => (
        <text
          key={one.spot}
          x={one.x}
          y={one.y + radiusOf(one) + 14}
          textAnchor="middle"
          fontSize="14"
          fill="var(--ink)"
          stroke="var(--paper)"
          strokeWidth="3"
          paintOrder="stroke"
        >
          {one.name}
        </text>
      ))}
    </svg>
  );
}
