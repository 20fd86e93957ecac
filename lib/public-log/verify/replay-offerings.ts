import type { LogEntry } from "@/lib/public-log/entry";

/** What the log makes of an offering, by its columns. */
export type OfferingRow = {
  slug: string;
  provider_id: string;
  status: string;
  current_version_id: string;
  superseded_by_id: string | null;
  withdrawn_at: string | null;
  withdrawn_reason: unknown;
  first_published_at: string | null;
};

/** Takes one more entry into account. */
export function replayEntry(offerings: Map<string, OfferingRow>, entry: LogEntry): void {
  if (entry.type === "decision") return;
  const before = offerings.get(entry.offering.id);
  const is = { slug: entry.offering.slug, provider_id: entry.provider.id };
  if (entry.type === "publication")
    offerings.set(entry.offering.id, {
      ...is,
      status: "published",
      current_version_id: entry.version.id,
      superseded_by_id: before?.superseded_by_id ?? null,
      withdrawn_at: null,
      withdrawn_reason: null,
      first_published_at: before?.first_published_at ?? entry.publishedAt,
    });
  else
    offerings.set(entry.offering.id, {
      ...is,
      status: entry.status,
      current_version_id: entry.version,
      superseded_by_id: entry.supersededBy,
      withdrawn_at: entry.withdrawnAt,
      withdrawn_reason: entry.reason,
      first_published_at: before?.first_published_at ?? null,
    });
}
