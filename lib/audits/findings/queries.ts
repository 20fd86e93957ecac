import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { type Database, db } from "@/db";
import { type AuditFinding, auditFindings } from "@/db/schema";
import type { FindingState } from "@/lib/audits/audit";
import { nameIn } from "@/lib/audits/named";
import { findOffering, type OfferingView } from "@/lib/offerings/queries";

/** An offering of a provider by its address or by the provider's own id, with the version that is in force. */
export async function findOfferingOf(
  database: Database,
  providerId: string,
  given: string,
): Promise<{ id: string; version: number | null } | undefined> {
  const [row] = await database.execute<{ id: string; version: number | null }>(sql`
    select f.id, v.number as version from offerings f left join versions v on v.id = f.current_version_id
    where f.provider_id = ${providerId}::uuid and (f.slug = ${nameIn(given)} or f.external_id = ${given.trim()}) limit 1`);
  return row && { ...row };
}

export type FindingWords = AuditFinding & { slug: string | null };

/** Every wording of every finding of an audit, the first first. */
export async function listFindingWords(caseId: string, database: Database = db): Promise<FindingWords[]> {
  return await database
    .select({
      caseId: auditFindings.caseId,
      number: auditFindings.number,
      revision: auditFindings.revision,
      offeringId: auditFindings.offeringId,
      versionNumber: auditFindings.versionNumber,
      standard: auditFindings.standard,
      grade: auditFindings.grade,
      text: auditFindings.text,
      writtenAt: auditFindings.writtenAt,
      slug: sql<string | null>`(select f.slug from offerings f where f.id = ${auditFindings.offeringId})`,
    })
    .from(auditFindings)
    .where(eq(auditFindings.caseId, caseId))
    .orderBy(asc(auditFindings.number), asc(auditFindings.revision));
}

/** The versions that findings are about, as the public saw them, by the number of the finding. */
export async function listInspected(
  findings: Pick<FindingState, "number" | "revision">[],
  words: FindingWords[],
): Promise<Map<number, OfferingView>> {
  const latest = words.filter((one) => findings.some(({ number, revision }) => number === one.number && revision === one.revision));
  const views = await Promise.all(
    latest.map(async (one) => [one.number, one.slug ? await findOffering(one.slug, one.versionNumber) : undefined] as const),
  );
  return new Map(views.flatMap(([number, view]) => (view ? [[number, view] as const] : [])));
}
