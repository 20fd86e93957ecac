import { lt, sql } from "drizzle-orm";
import { db } from "@/db";
import { insightDays, searchedThemes } from "@/db/schema";
import { addDays, type Day } from "@/lib/days/days";
import { shownWeeks } from "./insight";

/** Numbers without words are of use for two years. */
const keptDays = 730;

/**
 * Words are forgotten when nobody is shown them any more, those of which there never were enough among them; what is left is how many
 * searches were about what. Numbers are forgotten after two years.
 */
export async function forgetOldCounts(day: Day): Promise<void> {
  await db.execute(sql`
    with gone as (delete from searched_words where day < ${addDays(day, -7 * shownWeeks)}::date returning *)
    insert into searched_themes (week, theme, region, language, searches, unanswered)
    select date_trunc('week', day)::date, theme, region, language, sum(searches), sum(unanswered) from gone group by 1, 2, 3, 4 order by 1, 2, 3, 4
    on conflict (week, theme, region, language) do update set searches = searched_themes.searches + excluded.searches,
      unanswered = searched_themes.unanswered + excluded.unanswered`);
  await db.delete(searchedThemes).where(lt(searchedThemes.week, addDays(day, -keptDays)));
  await db.delete(insightDays).where(lt(insightDays.day, addDays(day, -keptDays)));
}
