import type { OfferingChange } from "@/lib/offerings/commands";
import type { OfferingContent } from "@/lib/offerings/content";
import type { SessionFacts } from "@/lib/offerings/sessions/commands";
import type { Existing } from "./decide";

/** What an offering was before an import wrote it: by its version, which stays, and what the import overwrote. Null: it was not there. */
export type RecordedBefore = {
  status: Existing["status"];
  versionId: string | null;
  pending: OfferingContent | null;
  /** Only the runs that were changed. */
  sessions: SessionFacts[];
};

/** What the import made of it. Of a dry run, what it would make. */
export type RecordedAfter = {
  versionId: string | null;
  /** What no version holds: the draft that was written, or what a dry run would publish in place of what is there. */
  content: OfferingContent | null;
  /** Runs that were not there before. */
  added: string[];
  supersedes: { id: string; pending: OfferingContent | null } | null;
};

export type RecordedChange = { id: string; before: RecordedBefore | null; after: RecordedAfter };

/** What is kept of a change, so that it can be shown as it was and as it is, and undone. */
export function toRecorded(change: OfferingChange, existing: Existing | undefined, dryRun: boolean): RecordedChange {
  const { offeringId, create, publish, pending, sessions, supersedes } = change;
  const written = publish?.content ?? pending;
  return {
    id: offeringId,
    before:
      create || !existing
        ? null
        : {
            status: existing.status,
            versionId: existing.live?.versionId ?? null,
            pending: existing.pending,
            sessions: sessions.flatMap(({ before }) => before ?? []),
          },
    after: {
      versionId: dryRun ? null : (publish?.versionId ?? null),
      content: dryRun ? (existing ? written : null) : pending,
      added: sessions.flatMap(({ before, after }) => (before ? [] : [after.id])),
      supersedes: supersedes && existing ? { id: supersedes.id, pending: existing.pending } : null,
    },
  };
}
