import type { SearchResult } from "@/lib/catalogue/result";
import type { Point } from "@/lib/places/spot";

/** Offerings by place of the map, each once at a place; how many are at any, and how many there are. */
export type Mapped = { counts: Map<number, number>; mapped: number; total: number };

/** A square of the map as a page draws it and the API answers it. */
type MapPlace = Point & { spot: number; name: string | null; count: number };

/** `placed` and `total` count each offering once, and so are not the sum of the places. */
export type OnMap = Pick<SearchResult, "source" | "place"> & { places: MapPlace[]; placed: number; total: number };
