import { db } from "@/db";
import { holdApplication } from "@/lib/applications/commands";
import { applicationContent } from "@/lib/applications/content";
import { type Actor, may } from "@/lib/auth/permissions";
import { recordAct } from "@/lib/casework/acts/commands";
import { recordEvents } from "@/lib/events/commands";
import { defaultLocale } from "@/lib/i18n/locales";
import { notify } from "@/lib/notices/commands";
import { ok, type Result, refuse } from "@/lib/result";
import { plainText } from "@/lib/texts/texts";

/** What the applicant holds against a refusal: first as a representation, after its answer as an appeal. Each once, within its days. */
export async function contest(actor: Actor, id: string, kind: "represented" | "appealed", text: string): Promise<Result<null>> {
  return await db.transaction(async (tx): Promise<Result<null>> => {
    const application = await holdApplication(tx, id);
    if (!application || !may(actor, "application.write", { personId: application.applicantId }))
      return refuse({ code: "applicationUnknown" });
    const { authorityId, applicantId, content } = application;
    const went = await recordAct(tx, application, applicantId, { kind, text });
    if (!went.ok) return went;
    await recordEvents(tx, actor, [
      { type: `application.${kind}`, subject: "application", subjectId: id, organisationId: authorityId, after: { text } },
    ]);
    const values = { organisation: plainText(applicationContent.parse(content).identity.names, defaultLocale) };
    if (authorityId)
      await notify(tx, {
        kind: "case-to-decide",
        organisationId: authorityId,
        about: `${id}:${went.value.path.length}`,
        values,
        path: `oversight/applications/${id}`,
      });
    return ok(null);
  });
}
