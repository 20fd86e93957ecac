import { type SQL, sql } from "drizzle-orm";

/** Whether a text says every word, in any order and in any spelling of case and accents; no words are said by all. */
export function says(text: SQL, words: string): SQL {
  const each = words.split(/\s+/).filter(Boolean);
  return sql.join([sql`true`, ...each.map((word) => sql`strpos(cairn_fold(${text}), cairn_fold(${word})) > 0`)], sql` and `);
}
