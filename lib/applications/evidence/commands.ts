import { and, eq } from "drizzle-orm";
import { db } from "@/db";
import { files } from "@/db/schema";
import { isEditable } from "@/lib/applications/application";
import { holdApplication } from "@/lib/applications/commands";
import { findEvidence } from "@/lib/applications/queries";
import { type Actor, may } from "@/lib/auth/permissions";
import { recordEvents } from "@/lib/events/commands";
import { checkedFile, type GivenFile } from "@/lib/evidence/checked-file";
import { evidenceLimits } from "@/lib/evidence/evidence";
import { isId } from "@/lib/id";
import { ok, type Result, refuse } from "@/lib/result";

const subject = "application";

/** Takes a file in as evidence. The same file twice is kept once. */
export async function addEvidence(actor: Actor, applicationId: string, given: GivenFile): Promise<Result<null>> {
  const checked = checkedFile(given);
  if (!checked.ok) return checked;
  const { bytes, ...file } = checked.value;

  return await db.transaction(async (tx) => {
    const application = await holdApplication(tx, applicationId);
    if (!application || !may(actor, "application.write", { personId: application.applicantId }))
      return refuse({ code: "applicationUnknown" });
    if (!isEditable(application.status)) return refuse({ code: "applicationClosed" });
    const own = and(eq(files.subject, subject), eq(files.subjectId, applicationId));
    const held = await tx.select({ sha256: files.sha256 }).from(files).where(own);
    if (held.some((one) => one.sha256 === file.sha256)) return ok(null);
    if (held.length >= evidenceLimits.files) return refuse({ code: "evidenceTooMany", field: "file" });
    await tx.insert(files).values({ subject, subjectId: applicationId, ...file, bytes, uploadedById: application.applicantId });
    await recordEvents(tx, actor, [
      { type: "application.changed", subject, subjectId: applicationId, organisationId: application.authorityId, after: { file } },
    ]);
    return ok(null);
  });
}

/** One file with its bytes. That it was looked at is written down, by whom and when. */
export async function openEvidence(actor: Actor, applicationId: string, fileId: string) {
  const file = await findEvidence(actor, applicationId, fileId);
  if (!file) return undefined;
  const { id, name, sha256, authorityId } = file;
  await db.transaction((tx) =>
    recordEvents(tx, actor, [
      {
        type: "evidence.viewed",
        subject,
        subjectId: applicationId,
        organisationId: authorityId,
        after: { file: { id, name, sha256 } },
      },
    ]),
  );
  return file;
}

/** Takes a file out again, as long as the application can be changed. */
export async function removeEvidence(actor: Actor, applicationId: string, fileId: string): Promise<Result<null>> {
  return await db.transaction(async (tx) => {
    const application = await holdApplication(tx, applicationId);
    if (!application || !may(actor, "application.write", { personId: application.applicantId }))
      return refuse({ code: "applicationUnknown" });
    if (!isEditable(application.status)) return refuse({ code: "applicationClosed" });
    if (!isId(fileId)) return ok(null);
    const [gone] = await tx
      .delete(files)
      .where(and(eq(files.id, fileId), eq(files.subject, subject), eq(files.subjectId, applicationId)))
      .returning({ name: files.name, sha256: files.sha256 });
    if (!gone) return ok(null);
    await recordEvents(tx, actor, [
      { type: "application.changed", subject, subjectId: applicationId, organisationId: application.authorityId, before: { file: gone } },
    ]);
    return ok(null);
  });
}
