import type { Map as MapLibre, StyleSpecification } from "maplibre-gl";
import type { Tiles } from "@/lib/places/tiles";

/** Where the outlines are served: app/outlines.json. */
const outlines = "/outlines.json";

const tokens = { sea: "--sunk", land: "--paper", edge: "--line-strong", own: "--ink-2" } as const;

function colours(): Record<keyof typeof tokens, string> {
  const style = getComputedStyle(document.documentElement);
  const read = (name: keyof typeof tokens) => style.getPropertyValue(tokens[name]).trim();
  return { sea: read("sea"), land: read("land"), edge: read("edge"), own: read("own") };
}

/** The outlines in the colours of the page; where an operator has tiles, over them. */
export function styleOf(tiles: Tiles | undefined): StyleSpecification {
  const { sea, land, edge, own } = colours();
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: new URL(outlines, location.href).href },
      ...(tiles && { tiles: { type: "raster" as const, tiles: [tiles.url], tileSize: 256 } }),
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": sea } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": land, "fill-opacity": ["case", ["get", "own"], 1, 0.6] } },
      ...(tiles ? [{ id: "tiles", type: "raster" as const, source: "tiles" }] : []),
      { id: "edge", type: "line", source: "land", filter: ["!", ["get", "own"]], paint: { "line-color": edge, "line-opacity": 0.5 } },
      { id: "own", type: "line", source: "land", filter: ["get", "own"], paint: { "line-color": own } },
    ],
  };
}

/** Draws it anew where the reader changes between light and dark, and answers what ends that. */
export function followScheme(map: MapLibre): () => void {
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const change = () => {
    const { sea, land, edge, own } = colours();
    map.setPaintProperty("sea", "background-color", sea);
    map.setPaintProperty("land", "fill-color", land);
    map.setPaintProperty("edge", "line-color", edge);
    map.setPaintProperty("own", "line-color", own);
  };
  scheme.addEventListener("change", change);
  return () => scheme.removeEventListener("change", change);
}
