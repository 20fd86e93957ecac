import { LngLatBounds, Map as MapLibre, Marker, setWorkerUrl } from "maplibre-gl";
import { anchorOf, placeNames } from "@/lib/catalogue/spots/names";
import { apart, type Bounds, type Cluster, cluster, type Placed, project } from "@/lib/catalogue/spots/picture";
import type { Tiles } from "@/lib/places/tiles";
import { followScheme, styleOf } from "./map-style";
import "./draw-map.css";

export type MapWords = Record<"open" | "loading" | "failed" | "name" | "closer" | "away" | "whole" | "keys", string>;

type Shown = Placed & { name: string; text: string; href: string };

type Wanted = { places: HTMLElement | null; land: Bounds; tiles: Tiles | undefined; words: MapWords };

const letters = 14;
const anchors = { start: "left", middle: "center", end: "right" } as const;

/** Puts a map with the places of the list into a box, and answers what takes it away again. Fails where the browser cannot draw one. */
export async function drawMap(box: HTMLElement, { places: list, land, tiles, words }: Wanted): Promise<() => void> {
  setWorkerUrl(new URL("maplibre-gl/dist/maplibre-gl-worker.mjs", import.meta.url).href);
  const places = [...(list?.querySelectorAll<HTMLAnchorElement>("a[data-count]") ?? [])].map(readPlace);
  const whole = new LngLatBounds([land.west, land.south, land.east, land.north]);
  const ground = document.createElement("div");
  ground.className = "map-ground";
  // The shape of the picture whose place it takes.
  const { width, height } = project(land, 1);
  ground.style.aspectRatio = `${width} / ${height}`;
  box.replaceChildren(ground);
  const map = new MapLibre({
    container: ground,
    style: styleOf(tiles),
    bounds: whole,
    maxBounds: whole,
    maxZoom: 14,
    maxPitch: 0,
    dragRotate: false,
    attributionControl: false,
    locale: { "Map.Title": words.name },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  const forget = followScheme(map);
  const end = () => {
    forget();
    map.remove();
    box.replaceChildren();
  };
  try {
    await new Promise<void>((ready, fail) => {
      map.once("load", () => ready());
      map.once("error", ({ error }) => fail(error));
    });
  } catch (fault) {
    end();
    throw fault;
  }

  const marks: Marker[] = [];
  const redraw = () => {
    const hadFocus = marks.some((mark) => mark.getElement().contains(document.activeElement));
    for (const mark of marks.splice(0)) mark.remove();
    const { clientWidth: width, clientHeight: height } = ground;
    const clusters = cluster(places, { width, height, place: ({ latitude, longitude }) => map.project([longitude, latitude]) });
    for (const one of clusters)
      marks.push(new Marker({ element: markOf(one, words, () => zoomTo(one)) }).setLngLat(centreOf(one)).addTo(map));
    const named = clusters.map(({ members: [{ name }], ...one }) => ({ ...one, name }));
    for (const label of placeNames(named, { width, height }, letters, 30)) {
      const { x, anchor } = anchorOf(label);
      marks.push(new Marker({ element: nameOf(label.name), anchor: anchors[anchor] }).setLngLat(map.unproject([x, label.y])).addTo(map));
    }
    if (hadFocus) map.getCanvas().focus();
  };
  const zoomTo = ({ members }: Cluster<Shown>) => {
    const bounds = new LngLatBounds();
    for (const { longitude, latitude } of members) bounds.extend([longitude, latitude]);
    map.fitBounds(bounds, { padding: 2 * apart, maxZoom: 14 });
  };
  map.on("moveend", redraw);
  map.on("resize", redraw);
  box.append(buttonsOf(map, words, whole), ...(tiles ? [thanksOf(tiles)] : []));
  redraw();
  return end;
}

function readPlace(link: HTMLAnchorElement): Shown {
  const { latitude, longitude, count } = link.dataset;
  const parts = [...link.children].map(({ textContent }) => textContent ?? "");
  return {
    latitude: Number(latitude),
    longitude: Number(longitude),
    count: Number(count),
    name: parts[0] ?? "",
    text: parts.join(", "),
    href: link.href,
  };
}

const centreOf = ({ members: [{ longitude, latitude }] }: Cluster): [number, number] => [longitude, latitude];

/** One place is a link to what is there. Several are a button that comes closer, without a number, since offerings may be at more than one. */
function markOf({ members, radius }: Cluster<Shown>, words: MapWords, zoom: () => void): HTMLElement {
  const [{ text, href, count }] = members;
  const mark = document.createElement(members.length === 1 ? "a" : "button");
  const said = members.length === 1 ? text : `${words.closer}: ${members.map(({ name }) => name).join(", ")}`;
  mark.className = "map-mark";
  mark.style.setProperty("--size", `${2 * radius}px`);
  mark.setAttribute("aria-label", said);
  mark.title = said;
  if (mark instanceof HTMLAnchorElement) {
    mark.href = href;
    mark.textContent = String(count);
  } else mark.addEventListener("click", zoom);
  return mark;
}

/** Links and buttons have their names in words. */
function nameOf(name: string): HTMLElement {
  const label = document.createElement("span");
  label.className = "map-name";
  label.textContent = name;
  label.setAttribute("aria-hidden", "true");
  return label;
}

function buttonsOf(map: MapLibre, words: MapWords, whole: LngLatBounds): HTMLElement {
  const buttons = document.createElement("div");
  buttons.className = "map-buttons";
  for (const [sign, name, press] of [
    ["+", words.closer, () => map.zoomIn()],
    ["−", words.away, () => map.zoomOut()],
    ["⤢", words.whole, () => map.fitBounds(whole)],
  ] as const) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = sign;
    button.title = name;
    button.setAttribute("aria-label", name);
    button.addEventListener("click", press);
    buttons.append(button);
  }
  return buttons;
}

function thanksOf({ attribution }: Tiles): HTMLElement {
  const thanks = document.createElement("p");
  thanks.className = "map-thanks";
  thanks.textContent = attribution;
  return thanks;
}
