import { eq } from "drizzle-orm";
import { db } from "@/db";
import { people } from "@/db/schema";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import { recordEvents } from "@/lib/events/commands";
import { ok, type Result, refuse } from "@/lib/result";
import type { ProfileInput } from "./input";

/** What somebody says about themselves. Their address proves who they are and changes only with a new sign-in. */
export async function keepProfile(actor: Actor, profile: ProfileInput): Promise<Result<null>> {
  const personId = personIdOf(actor);
  if (!personId || !may(actor, "account.keep", { personId })) return refuse({ code: "notAllowed" });
  return await db.transaction(async (tx) => {
    const [before] = await tx
      .select({ name: people.name, locale: people.locale })
      .from(people)
      .where(eq(people.id, personId))
      .for("update");
    await tx.update(people).set(profile).where(eq(people.id, personId));
    await recordEvents(tx, actor, [
      {
        type: "person.changed",
        subject: "person",
        subjectId: personId,
        before: { locale: before?.locale },
        after: { locale: profile.locale },
      },
    ]);
    return ok(null);
  });
}
