import { db } from "@/db";
import type { Actor } from "@/lib/auth/permissions";
import { findOversight, type Oversight } from "@/lib/authorities/queries";
import { recordEvents } from "@/lib/events/commands";
import { ok, type Result, refuse } from "@/lib/result";
import { problemsWithTrail, type TrailFilter, toParameters } from "@/lib/trail/input";

/** Lets somebody take the trail along, as far as they may read it. That they did stands in it, with what they asked for. */
export async function beginTrailExport(actor: Actor, filter: TrailFilter): Promise<Result<Oversight>> {
  const oversight = await findOversight(actor, "trail.export");
  if (!oversight) return refuse({ code: "notAllowed" });
  const problems = problemsWithTrail(filter);
  if (problems.length > 0) return { ok: false, problems };
  const { authorityId } = oversight;
  await db.transaction((tx) =>
    recordEvents(tx, actor, [
      {
        type: "trail.exported",
        subject: "trail",
        subjectId: authorityId,
        organisationId: authorityId,
        after: { filter: Object.fromEntries(toParameters(filter)) },
      },
    ]),
  );
  return ok(oversight);
}
