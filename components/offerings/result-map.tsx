import { useLocale, useTranslations } from "next-intl";
import { nowhere, type SearchQuery, searchHref } from "@/lib/catalogue/query";
import { narrowedTo } from "@/lib/catalogue/spots/narrowed";
import { boundsOf } from "@/lib/catalogue/spots/picture";
import type { OnMap } from "@/lib/catalogue/spots/spots";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";
import type { Outlines } from "@/lib/places/outlines";
import type { Tiles } from "@/lib/places/tiles";
import { LiveMap } from "./live-map";
import { PlacePicture } from "./place-picture";

type Props = { query: SearchQuery; total: number; onMap: OnMap; outlines: Outlines | undefined; tiles: Tiles | undefined };

type Point = Pick<OnMap["places"][number], "latitude" | "longitude">;

const listed = 12;
const list = "places-of-map";

/** Where the results are held: a picture that can become a map, and beside it the same places as links, which is what the keyboard and who listens to the page use. */
export function ResultMap({ query, total, onMap, outlines, tiles }: Props) {
  const t = useTranslations("search.map");
  const locale = useLocale();
  const words = useMapWords();
  const [first, ...others] = onMap.places.map((place) => ({ ...place, name: place.name ?? `${place.latitude}, ${place.longitude}` }));
  const hrefOf = (change: Partial<SearchQuery>) => address(locale, `offerings${searchHref(query, change)}`);
  const online = total - onMap.placed;

  return (
    <section aria-labelledby="map" className="mt-6 print:hidden">
      <h2 id="map" className="text-xl">
        {t("heading")}
      </h2>
      {first === undefined ? (
        <p className="mt-3">{t("empty")}</p>
      ) : (
        <>
          <LiveMap list={list} land={outlines?.bounds ?? boundsOf([first, ...others])} tiles={tiles} words={words}>
            <PlacePicture
              places={[first, ...others]}
              outlines={outlines}
              circle={circleOf}
              className="max-w-[40rem]"
              textClassName="text-[16px] sm:text-[11px]"
            />
          </LiveMap>
          <p className="mt-2 text-ink-2 text-sm">{t("several")}</p>
          <PlaceList places={[first, ...others]} hrefOf={(place) => hrefOf(narrowedTo([place]))} />
        </>
      )}
      {online > 0 && (
        <p className="mt-3 text-sm">
          {t("nowhere", { count: online })} <a href={hrefOf({ ...nowhere, region: [], mode: ["online"] })}>{t("online")}</a>
        </p>
      )}
      {outlines && <p className="mt-2 text-ink-2 text-sm">{t("source", { source: outlines.source })}</p>}
    </section>
  );

  /** A circle of several places has no number: offerings may be at more than one of them. */
  function circleOf(members: [Point & { name: string; count: number }, ...Point[]]) {
    const [{ name, count }] = members;
    const alone = members.length === 1;
    return {
      href: hrefOf(narrowedTo(members)),
      title: alone ? `${name} ${t("count", { count })}` : t("places", { count: members.length }),
      count: alone ? formatNumber(count, locale) : "",
    };
  }
}

function useMapWords() {
  const t = useTranslations("search.map.live");
  return {
    open: t("open"),
    loading: t("loading"),
    failed: t("failed"),
    name: t("name"),
    closer: t("closer"),
    away: t("away"),
    whole: t("whole"),
    keys: t("keys"),
  };
}

type Listed = OnMap["places"][number] & { name: string };

/** The map takes its places from these links: its counts are the list's, and the picture's. */
function PlaceList({ places, hrefOf }: { places: Listed[]; hrefOf: (place: Listed) => string }) {
  const t = useTranslations("search.map");
  const entries = places.map((place) => (
    <li key={place.spot} className="break-inside-avoid">
      <a
        href={hrefOf(place)}
        data-latitude={place.latitude}
        data-longitude={place.longitude}
        data-count={place.count}
        className="inline-flex min-h-6 items-center gap-2 py-1"
      >
        <span>{place.name}</span>
        <span className="text-ink-2 text-sm">{t("count", { count: place.count })}</span>
      </a>
    </li>
  ));

  return (
    <div id={list}>
      <ul aria-labelledby="map" className="mt-4 columns-1 gap-x-8 sm:columns-2">
        {entries.slice(0, listed)}
      </ul>
      {entries.length > listed && (
        <details className="mt-2">
          <summary className="min-h-6 cursor-pointer py-1">{t("more", { count: entries.length - listed })}</summary>
          <ul className="mt-2 columns-1 gap-x-8 sm:columns-2">{entries.slice(listed)}</ul>
        </details>
      )}
    </div>
  );
}
