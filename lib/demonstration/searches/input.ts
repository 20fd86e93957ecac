import { z } from "zod";

/** demo/searches.json: what people type, in which language of the site, and about how often in twelve weeks. */
export const demonstrationSearches = z.array(z.object({ q: z.string(), locale: z.string(), times: z.int().min(1) }));

export type DemonstrationSearch = z.output<typeof demonstrationSearches>[number];
