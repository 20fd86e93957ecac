import { nameSpots } from "@/lib/catalogue/spots/queries";
import { countSpots } from "@/lib/catalogue/spots/search";
import { readSearch } from "@/lib/catalogue/understanding/queries";
import { tell } from "@/lib/insight/telling";
import { pointOf } from "@/lib/places/spot";
import { ofSearch } from "@/lib/sources/sources";

/** The search page's parameters; answers where what they find is held, the places with most of it first. */
export async function GET(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const params = Object.fromEntries([...url.searchParams.keys()].map((name) => [name, url.searchParams.getAll(name)]));

  const { query } = await readSearch(params);
  const { counts, mapped, total, source, place } = await countSpots(query);
  tell(ofSearch(source));
  const names = await nameSpots([...counts.keys()]);
  const places = [...counts].map(([spot, count]) => ({ spot, ...pointOf(spot), name: names.get(spot) ?? null, count }));
  return Response.json({
    total,
    elsewhere: total - mapped,
    source,
    place,
    places: places.sort((a, b) => b.count - a.count || a.spot - b.spot),
  });
}
