import { env } from "@/lib/env";

/** Pictures of the ground that an operator lets the map show, and whom to thank for them. */
export type Tiles = { url: string; attribution: string };

/** None by default: then a page asks nobody but this site. */
export const tiles: Tiles | undefined = env.MAP_TILES_URL ? { url: env.MAP_TILES_URL, attribution: env.MAP_TILES_ATTRIBUTION } : undefined;
