import { db, type Transaction } from "@/db";
import type { Application } from "@/db/schema";
import { holdApplication } from "@/lib/applications/commands";
import { type ApplicationContent, applicationContent } from "@/lib/applications/content";
import { type Actor, may, type Permission, personIdOf } from "@/lib/auth/permissions";
import { findGate } from "@/lib/casework/gate/queries";
import { actingIn } from "@/lib/casework/guests/queries";
import { type Result, refuse } from "@/lib/result";

type Work<T> = (tx: Transaction, application: Application, content: ApplicationContent, personId: string) => Promise<Result<T>>;

/**
 * What the authority may do with an application that was made to it, under its lock: of two people the second finds what the first did.
 * To another authority it does not exist; nobody acts in a case of their own, of their own organisation, before they said that they are
 * free, or where they are not.
 */
export async function withReview<T>(actor: Actor, permission: Permission, id: string, work: Work<T>): Promise<Result<T>> {
  return await db.transaction(async (tx): Promise<Result<T>> => {
    const application = await holdApplication(tx, id);
    const record = { organisationId: application?.authorityId ?? null };
    const within = application ? await actingIn(actor, application, tx) : actor;
    if (!application || application.status === "draft" || !may(within, "application.read", record))
      return refuse({ code: "applicationUnknown" });
    const personId = personIdOf(actor);
    if (!personId || !may(within, permission, record)) return refuse({ code: "notAllowed" });
    const gate = await findGate(actor, application, tx);
    if (gate === "undeclared") return refuse({ code: "conflictUndeclared" });
    if (gate !== "open") return refuse({ code: gate });
    return await work(tx, application, applicationContent.parse(application.content), personId);
  });
}
