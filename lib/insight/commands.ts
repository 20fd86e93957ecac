import { lt, sql } from "drizzle-orm";
import { db } from "@/db";
import { insightDays, searchedThemes } from "@/db/schema";
import { addDays, type Day } from "@/lib/days/days";
import { leastSearches, shownWeeks } from "./insight";

/** Numbers without words are of use for two years. */
const keptDays = 730;

/**
 * Searches are forgotten when nobody is shown their words any more, and words of which too few searches are left with them; what stays is how
 * many searches were about what. Numbers are forgotten after two years.
 */
export async function forgetOldCounts(day: Day): Promise<void> {
  await db.execute(sql`
    with gone as (delete from searched_words where day < ${addDays(day, -7 * shownWeeks)}::date returning *)
    insert into searched_themes (week, theme, region, language, searches, unanswered)
    select date_trunc('week', day)::date, theme, region, language, sum(searches), sum(unanswered) from gone group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (week, theme, region, language) do update set searches = searched_themes.searches + excluded.searches,
      unanswered = searched_themes.unanswered + excluded.unanswered`);
  await db.execute(sql`
    delete from sought_words w
    where coalesce((select sum(searches) from searched_words s where s.digest = w.digest), 0) < ${leastSearches}`);
  await db.delete(searchedThemes).where(lt(searchedThemes.week, addDays(day, -keptDays)));
  await db.delete(insightDays).where(lt(insightDays.day, addDays(day, -keptDays)));
}
