import { and, eq } from "drizzle-orm";
import { db } from "@/db";
import { files } from "@/db/schema";
import { type Held, withAudit, withOwnAudit } from "@/lib/audits/acts/commands";
import { findAuditFile } from "@/lib/audits/evidence/queries";
import type { Actor } from "@/lib/auth/permissions";
import { recordEvents } from "@/lib/events/commands";
import { checkedFile, type GivenFile } from "@/lib/evidence/checked-file";
import { evidenceLimits } from "@/lib/evidence/evidence";
import { isId } from "@/lib/id";
import { ok, type Result, refuse } from "@/lib/result";
import { evidenceOf } from "./evidence";

/** Takes a file in. The same file twice is kept once. The provider's while it is asked or has something to correct; the auditor's until it is closed. */
export async function addAuditFile(actor: Actor, number: number, side: "provider" | "authority", given: GivenFile): Promise<Result<null>> {
  const checked = checkedFile(given);
  if (!checked.ok) return checked;
  const work = async ({ tx, audit, state, personId }: Held): Promise<Result<null>> => {
    const open = side === "provider" ? state.stage === "asked" || state.actions.some((one) => one.state === "open") : true;
    if (!open || state.stage === "closed") return refuse({ code: "auditTakesNoFiles", field: "file" });
    const subject = evidenceOf[side];
    const held = await tx
      .select({ sha256: files.sha256 })
      .from(files)
      .where(and(eq(files.subject, subject), eq(files.subjectId, audit.id)));
    if (held.some(({ sha256 }) => sha256 === checked.value.sha256)) return ok(null);
    if (held.length >= 3 * evidenceLimits.files) return refuse({ code: "evidenceTooMany", field: "file" });
    await tx.insert(files).values({ subject, subjectId: audit.id, ...checked.value, uploadedById: personId });
    const { bytes: _, ...file } = checked.value;
    await recordEvents(tx, actor, [
      { type: "audit.filed", subject: "audit", subjectId: audit.id, organisationId: audit.authorityId, after: { file } },
    ]);
    return ok(null);
  };
  return side === "provider" ? await withOwnAudit(actor, number, work) : await withAudit(actor, "audit.act", number, work);
}

/** The provider takes a file out again that it has not handed in yet. */
export async function removeAuditFile(actor: Actor, number: number, fileId: string): Promise<Result<null>> {
  return await withOwnAudit(actor, number, async ({ tx, audit, state, acts }): Promise<Result<null>> => {
    if (state.stage !== "asked" || acts.some(({ kind }) => kind === "handedIn")) return refuse({ code: "auditHandedIn" });
    if (!isId(fileId)) return ok(null);
    const [gone] = await tx
      .delete(files)
      .where(and(eq(files.id, fileId), eq(files.subject, evidenceOf.provider), eq(files.subjectId, audit.id)))
      .returning({ name: files.name, sha256: files.sha256 });
    if (!gone) return ok(null);
    await recordEvents(tx, actor, [
      { type: "audit.unfiled", subject: "audit", subjectId: audit.id, organisationId: audit.authorityId, before: { file: gone } },
    ]);
    return ok(null);
  });
}

/** One file with its bytes. That it was looked at is written down, by whom and when. */
export async function openAuditFile(actor: Actor, number: string, fileId: string) {
  const found = await findAuditFile(actor, number, fileId);
  if (!found) return undefined;
  const { id, name, sha256 } = found.file;
  await db.transaction((tx) =>
    recordEvents(tx, actor, [
      {
        type: "evidence.viewed",
        subject: "audit",
        subjectId: found.auditId,
        organisationId: actor.organisationId,
        after: { file: { id, name, sha256 } },
      },
    ]),
  );
  return found.file;
}
