import { db } from "@/db";
import { searchedWords, soughtWords } from "@/db/schema";

export type Searched = Omit<typeof searchedWords.$inferInsert, "digest"> & { words: string };

/** Searches as if they had been counted, with words that are known however few they are. */
export async function searchedFor(...searches: Searched[]): Promise<void> {
  if (searches.length === 0) return;
  const words = [...new Set(searches.map(({ words }) => words))].map((words) => ({ digest: words, words }));
  await db.insert(soughtWords).values(words).onConflictDoNothing();
  await db.insert(searchedWords).values(searches.map(({ words, ...one }) => ({ ...one, digest: words })));
}
