import type { Texts } from "@/db/schema";
import type { LogEntry } from "@/lib/public-log/entry";

/** An entry as people are told of it: with names of today, and whether what it is about has a page. */
export type ToldEntry = {
  position: number;
  entry: LogEntry;
  organisation: { name: Texts; slug: string; isProvider: boolean };
  offering: { title: Texts; original: string } | null;
};

/** When what an entry tells of was done. */
export function momentOf(entry: LogEntry): Date {
  return new Date(entry.type === "decision" ? entry.recordedAt : entry.type === "publication" ? entry.publishedAt : entry.at);
}
