import { findOnMap } from "@/lib/catalogue/spots/search";
import { isTouchedBy } from "@/lib/catalogue/touched";
import { readSearch } from "@/lib/catalogue/understanding/queries";
import { tell } from "@/lib/insight/telling";
import { ofSearch } from "@/lib/sources/sources";

/** The search page's parameters; answers where what they find is held, the places with most of it first. */
export async function GET(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const params = Object.fromEntries([...url.searchParams.keys()].map((name) => [name, url.searchParams.getAll(name)]));

  const { query } = await readSearch(params);
  const { places, placed, total, source, place } = await findOnMap(query);
  tell({ ...ofSearch(source), isTouchedBy: async (takenUp) => total === 0 || (await isTouchedBy(query, takenUp)) });
  return Response.json({ total, elsewhere: total - placed, source, place, places });
}
