import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db";
import { offerings } from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { recordEvents } from "@/lib/events/commands";
import { wakeIndexer } from "@/lib/jobs/wake-indexer";
import { asOf, writeOfferings } from "@/lib/offerings/commands";
import { holdOwnOffering } from "@/lib/offerings/own/queries";
import type { CopyInput } from "@/lib/offerings/publishing/input";
import { repeatableId } from "@/lib/offerings/repeatable-id";
import { factsOfSessions } from "@/lib/offerings/sessions/queries";
import { ok, type Result, refuse } from "@/lib/result";
import { lastYears, repeated } from "@/lib/sessions/planning";

/**
 * A new draft that says what an offering says, as its next edition with the sessions of the last year on the same weekdays later. The
 * token of the form makes the ids of all that is written, so that a form sent twice gives the same copy and not a second one.
 */
export async function copyOffering(actor: Actor, slug: string, input: CopyInput): Promise<Result<{ slug: string }>> {
  return await db.transaction(async (tx) => {
    const held = await holdOwnOffering(tx, actor, slug, "offering.write");
    if (!held.ok) return held;
    const { id, live, pending, provider } = held.value;
    const offeringId = repeatableId(id, input.token, "offering");
    const [made] = await tx.select({ slug: offerings.slug }).from(offerings).where(eq(offerings.id, offeringId));
    if (made) return ok(made);
    const content = pending?.content ?? live?.content;
    if (!content) return refuse({ code: "offeringAbsent" });
    const holders = await tx
      .select({ id: offerings.id })
      .from(offerings)
      .where(and(eq(offerings.providerId, provider.id), eq(offerings.externalId, input.externalId), isNull(offerings.supersededById)));
    if (holders.length > 0) return refuse({ code: "ownIdTaken", field: "externalId" });

    const sources = input.sessions === "next" ? lastYears(await factsOfSessions(tx, id), today()) : [];
    const idOf = (position: number) => repeatableId(id, input.token, `session ${position}`);
    const planned = repeated(sources, { everyWeeks: input.weeks, times: 1, existing: [], idOf });
    const sessions = planned.flatMap(({ session, there }) => (there ? [] : [{ before: null, after: session }]));
    const change = { offeringId, externalId: input.externalId, create: true, supersedes: null, publish: null, pending: content, sessions };
    await writeOfferings(tx, actor, provider, [change], asOf(today()));
    await recordEvents(tx, actor, [
      { type: "offering.copied", subject: "offering", subjectId: offeringId, organisationId: provider.id, after: { from: slug } },
    ]);
    await wakeIndexer(tx);
    const [written] = await tx.select({ slug: offerings.slug }).from(offerings).where(eq(offerings.id, offeringId));
    return ok({ slug: written?.slug ?? offeringId });
  });
}
