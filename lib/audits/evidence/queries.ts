import "server-only";
import { and, asc, eq, inArray } from "drizzle-orm";
import { db } from "@/db";
import { auditCases, files, type StoredFile } from "@/db/schema";
import { findAuditGate, readAudit } from "@/lib/audits/acts/queries";
import { isAnnounced } from "@/lib/audits/audit";
import { type Actor, may } from "@/lib/auth/permissions";
import { isId } from "@/lib/id";
import { evidenceOf } from "./evidence";

export type AuditFile = Pick<StoredFile, "id" | "name" | "mediaType" | "size" | "uploadedAt"> & { side: "provider" | "authority" };

/** The files of an audit that one may read; `whose` says which of them. */
export async function listAuditFiles(auditId: string, whose: "all" | "provider"): Promise<AuditFile[]> {
  const subjects = whose === "all" ? Object.values(evidenceOf) : [evidenceOf.provider];
  const rows = await db
    .select({
      id: files.id,
      name: files.name,
      mediaType: files.mediaType,
      size: files.size,
      uploadedAt: files.uploadedAt,
      subject: files.subject,
    })
    .from(files)
    .where(and(inArray(files.subject, subjects), eq(files.subjectId, auditId)))
    .orderBy(asc(files.uploadedAt), asc(files.name));
  return rows.map(({ subject, ...file }) => ({ ...file, side: subject === evidenceOf.provider ? "provider" : "authority" }));
}

/** One file with its bytes: for those of the authority who see into the audit, and the provider's own for the provider. */
export async function findAuditFile(actor: Actor, number: string, fileId: string) {
  if (!/^[1-9]\d{0,8}$/.test(number) || !isId(fileId)) return undefined;
  const [audit] = await db
    .select()
    .from(auditCases)
    .where(eq(auditCases.number, Number(number)));
  if (!audit) return undefined;
  const overseen = may(actor, "audit.read", { organisationId: audit.authorityId }) && (await findAuditGate(actor, audit)) === "open";
  const own = may(actor, "audit.own", { organisationId: audit.organisationId }) && isAnnounced((await readAudit(db, audit)).state);
  const subjects = overseen ? Object.values(evidenceOf) : own ? [evidenceOf.provider] : [];
  if (subjects.length === 0) return undefined;
  const [file] = await db
    .select()
    .from(files)
    .where(and(eq(files.id, fileId), inArray(files.subject, subjects), eq(files.subjectId, audit.id)));
  return file && { auditId: audit.id, file };
}
