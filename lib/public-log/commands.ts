import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import { wakeSequencer } from "@/lib/jobs/wake-sequencer";
import { canonicalJson } from "./canonical-json";
import {
  type ActEntry,
  aboutOf,
  contentHash,
  type DecisionEntry,
  type LogEntry,
  type OfferingAct,
  type PublicationEntry,
  sealOf,
  textHash,
  type VersionFacts,
} from "./entry";
import { decisionFacts, offeringFacts } from "./facts";

/** Puts decisions into the public log, in the transaction that made them. */
export async function logDecisions(tx: Transaction, ids: string[]): Promise<void> {
  const wanted = sql`d.id in (select (jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))::uuid)`;
  const rows = await tx.execute<Omit<DecisionEntry, "type" | "sealed"> & { signedById: string | null }>(decisionFacts(wanted));
  if (rows.length !== ids.length) throw new Error(`Not every decision is written: ${ids.join(", ")}`);
  const entries = rows.map(({ signedById, ...told }) => {
    const salt = randomBytes(32).toString("hex");
    return { entry: { type: "decision" as const, ...told, sealed: sealOf(salt, signedById) }, salt };
  });
  await append(tx, entries);
}

/** A version as it is written, of which `versionFacts` tells, with its texts. */
export type Publication = { written: WrittenVersion; content: unknown; searchText: string };
export type WrittenVersion = Omit<PublicationEntry, "type" | "sha256" | "facts"> & { facts: VersionFacts };
/** An offering that something else happened to. */
export type Act = { offeringId: string; act: OfferingAct };

/** Puts what was published and done into the public log, in the transaction that did it: one statement however many. */
export async function logOfferings(tx: Transaction, publications: Publication[], acts: Act[]): Promise<void> {
  const entries = [...publications.map(toPublication), ...(await toActs(tx, acts))];
  await append(
    tx,
    entries.map((entry) => ({ entry, salt: null })),
  );
}

function toPublication({ written, content, searchText }: Publication): PublicationEntry {
  const facts = { ...written.facts, searchTextSha256: textHash(searchText) };
  return { type: "publication", ...written, facts, sha256: contentHash(content) };
}

/** What was never published is not in the log, and nothing that happens to it either. */
async function toActs(tx: Transaction, acts: Act[]): Promise<ActEntry[]> {
  if (acts.length === 0) return [];
  const rows = await tx.execute<Omit<ActEntry, "type">>(offeringFacts(JSON.stringify(acts.map(({ offeringId }) => offeringId))));
  const written = new Map(rows.map((row) => [row.offering.id, row]));
  return acts.flatMap(({ offeringId, act }) => {
    const row = written.get(offeringId);
    return row ? [{ type: act, ...row }] : [];
  });
}

async function append(tx: Transaction, entries: { entry: LogEntry; salt: string | null }[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ entry, salt }) => ({ ...aboutOf(entry), content: canonicalJson(entry), salt }));
  await tx.execute(sql`
    insert into log_entries (kind, subject_id, organisation_id, content, salt)
    select kind, "subjectId", "organisationId", content, salt
    from rows from (json_to_recordset(${JSON.stringify(rows)}::json)
      as (kind log_entry_kind, "subjectId" uuid, "organisationId" uuid, content text, salt text)) with ordinality as r order by ordinality`);
  await wakeSequencer(tx);
}
