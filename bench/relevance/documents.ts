import { db } from "@/db";
import { publishedIds } from "@/lib/catalogue/commands";
import type { OfferingRecord } from "@/lib/catalogue/document";
import { listRecords } from "@/lib/catalogue/queries";
import { now, today } from "@/lib/clock";

const prefix = "course-";

/** The provider under which the courses of a source are published. */
export const slugOf = (source: string) => `${prefix}${source}`;

/** What the judged set calls an offering: its provider's slug and the provider's own id; of a real course, its id in `courses.jsonl`. */
export function nameOf({ provider, externalId }: OfferingRecord): string {
  return provider.slug.startsWith(prefix) ? externalId : `${provider.slug}/${externalId}`;
}

export function titleOf({ content }: OfferingRecord): string {
  return content.title[content.originalLanguage] ?? "";
}

/** Everything that is published, in pages. */
export async function* publishedRecords(): AsyncGenerator<OfferingRecord[]> {
  for await (const ids of publishedIds(1000)) yield await listRecords(db, ids, today());
}

/** What can be found today. */
export async function visibleRecords(): Promise<OfferingRecord[]> {
  const seconds = now().getTime() / 1000;
  const found: OfferingRecord[] = [];
  for await (const records of publishedRecords())
    found.push(
      ...records.filter(({ visible }) => visible && visible.from <= seconds && seconds < (visible.until ?? Number.POSITIVE_INFINITY)),
    );
  return found;
}
