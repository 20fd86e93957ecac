import { lt } from "drizzle-orm";
import { db } from "@/db";
import { insightDays, searchedWords } from "@/db/schema";
import { addDays, type Day } from "@/lib/days/days";
import { shownWeeks } from "./insight";

/** Words are forgotten when nobody is shown them any more; numbers of offerings after two years. */
export async function forgetOldCounts(day: Day): Promise<void> {
  await db.delete(searchedWords).where(lt(searchedWords.day, addDays(day, -7 * shownWeeks)));
  await db.delete(insightDays).where(lt(insightDays.day, addDays(day, -730)));
}
