import { type SQL, sql } from "drizzle-orm";
import { fewResults, leastDays, leastSearches } from "./insight";

/** Searches whose words are known. */
export const knownSearches: SQL = sql`(searched_words join sought_words using (digest))`;

/** The rule of who may be told of a group of searches by their words: the same for providers, authorities and files. Its twin is `isTold`. */
export const toldWords: SQL = sql`(sum(searches) >= ${leastSearches}::int and count(distinct day) >= ${leastDays}::int)`;

/** Searches by words alone: what a filter leaves is no measure of what the catalogue has for them. */
export const byWordsAlone: SQL = sql`(taught = '' and level = '' and field = '')`;

/** What was found last is as good as nothing. */
export const hardlyFound: SQL = sql`((array_agg(found order by day desc))[1] <= ${fewResults}::int)`;
