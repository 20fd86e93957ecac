import { randomUUID } from "node:crypto";
import type { OfferingChange } from "@/lib/offerings/commands";
import type { OfferingContent } from "@/lib/offerings/content";
import type { SessionFacts } from "@/lib/offerings/sessions/commands";
import type { UndoRecord } from "./queries";

/**
 * How what an import did to one offering is taken back. What the public has seen is never made unseen: it is withdrawn, or the earlier
 * content follows as the next version.
 */
export type UndoStep =
  | { kind: "delete" }
  | {
      kind: "withdraw";
      /** An offering that was only a draft before is one again for its provider; what came with the import is put away. */
      status: "withdrawn" | "archived";
      pending: OfferingContent | null;
      restores: { id: string; pending: OfferingContent | null } | null;
      runs: OfferingChange["sessions"];
    }
  | { kind: "restore"; change: OfferingChange };

export function undoStep(record: UndoRecord, runs: ReadonlyMap<string, SessionFacts>): UndoStep {
  const { before, after } = record;
  if (before === null && after.versionId === null) return { kind: "delete" };
  if (before === null) return { kind: "withdraw", status: "archived", pending: null, restores: after.supersedes, runs: [] };
  const earlier = before.sessions.map((session) => ({ before: runs.get(session.externalId) ?? session, after: session }));
  if (after.versionId !== null && before.status !== "published") {
    const status = before.status === "draft" ? "withdrawn" : "archived";
    return { kind: "withdraw", status, pending: before.pending, restores: null, runs: earlier };
  }
  const published = after.versionId === null ? null : (record.content as OfferingContent);
  return {
    kind: "restore",
    change: {
      offeringId: record.offeringId,
      externalId: record.externalId,
      create: false,
      supersedes: null,
      publish: published && { versionId: randomUUID(), content: published, number: (record.number ?? 0) + 1 },
      pending: before.pending,
      sessions: earlier,
    },
  };
}
