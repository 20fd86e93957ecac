import { and, eq } from "drizzle-orm";
import { db } from "@/db";
import { files } from "@/db/schema";
import { isEditable } from "@/lib/applications/application";
import { findAsked } from "@/lib/applications/asked/queries";
import { holdApplication } from "@/lib/applications/commands";
import { applicationContent } from "@/lib/applications/content";
import { findEvidence } from "@/lib/applications/queries";
import { type Actor, may } from "@/lib/auth/permissions";
import { recordEvents } from "@/lib/events/commands";
import { checkedFile, type GivenFile } from "@/lib/evidence/checked-file";
import { evidenceLimits } from "@/lib/evidence/evidence";
import { isId } from "@/lib/id";
import { ok, type Result, refuse } from "@/lib/result";

const subject = "application";

/** Takes a file in as evidence, and as which document of the form. The same file twice is kept once, as what was said last. */
export async function addEvidence(
  actor: Actor,
  applicationId: string,
  given: GivenFile,
  document: string | null = null,
): Promise<Result<null>> {
  const checked = checkedFile(given);
  if (!checked.ok) return checked;
  const { bytes, ...file } = checked.value;

  return await db.transaction(async (tx) => {
    const application = await holdApplication(tx, applicationId);
    if (!application || !may(actor, "application.write", { personId: application.applicantId }))
      return refuse({ code: "applicationUnknown" });
    if (!isEditable(application.status)) return refuse({ code: "applicationClosed" });
    const content = applicationContent.parse(application.content);
    const asked = document ? await findAsked({ ...application, content }, tx) : undefined;
    if (document && !asked?.documents.some(({ code }) => code === document)) return refuse({ code: "valueNotAccepted", field: "document" });
    const own = and(eq(files.subject, subject), eq(files.subjectId, applicationId));
    const held = await tx.select({ id: files.id, sha256: files.sha256, document: files.document }).from(files).where(own);
    const same = held.find((one) => one.sha256 === file.sha256);
    if (same?.document === document) return ok(null);
    if (!same && held.length >= evidenceLimits.files) return refuse({ code: "evidenceTooMany", field: "file" });
    if (same) await tx.update(files).set({ document }).where(eq(files.id, same.id));
    else
      await tx.insert(files).values({ subject, subjectId: applicationId, ...file, bytes, document, uploadedById: application.applicantId });
    const after = { file: { ...file, document } };
    await recordEvents(tx, actor, [
      { type: "application.changed", subject, subjectId: applicationId, organisationId: application.authorityId, after },
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
