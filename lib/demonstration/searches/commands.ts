import { writeCounts } from "@/bin/visits.mjs";
import { client, db } from "@/db";
import { searchedWords } from "@/db/schema";
import { newSecret } from "@/lib/auth/secret";
import { parseSearchQuery } from "@/lib/catalogue/query";
import { searchCatalogue } from "@/lib/catalogue/search";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { shownWeeks } from "@/lib/insight/insight";
import { wishOf } from "@/lib/insight/wishes/wish";
import type { DemonstrationSearch } from "./input";

/** Searches as people would have sent them over twelve weeks, more of late, counted as the web server counts and answered by the catalogue. */
export async function loadSearches(all: DemonstrationSearch[]): Promise<void> {
  if ((await db.$count(searchedWords)) > 0) return;
  const days = 7 * shownWeeks;
  const counts = new Map<string, Parameters<typeof writeCounts>[2][number]>();
  for (const [position, { q, locale, times }] of all.entries()) {
    const query = parseSearchQuery({ q });
    const wish = wishOf(query, locale);
    if (!wish) continue;
    const { total: found } = await searchCatalogue(query, locale);
    for (let one = 0; one < times; one++) {
      const back = Math.floor(days * ((one + 0.5 + (position % 7) / 7) / (times + 1)) ** 1.3);
      const day = addDays(today(), -Math.min(days - 1, back));
      const known = counts.get(`${day} ${JSON.stringify(wish)}`);
      const searches = (known?.searches ?? 0) + 1;
      counts.set(`${day} ${JSON.stringify(wish)}`, { ...wish, day, searches, unanswered: found === 0 ? searches : 0, found });
    }
  }
  // Words that are there already are known whatever their digest.
  await writeCounts(client, [], [...counts.values()], newSecret());
}
