import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { organisations } from "@/db/schema";
import { listAccreditations, listRegistrations, listRestrictions } from "@/lib/accreditations/queries";
import type { Actor } from "@/lib/auth/permissions";
import { sessionsOf } from "@/lib/catalogue/queries";
import { now, today } from "@/lib/clock";
import { answeringFor } from "@/lib/jurisdictions/queries";
import { findOwnOffering } from "@/lib/offerings/drafts/queries";
import { listAwarding, type OfferingView } from "@/lib/offerings/queries";
import { listStacked } from "@/lib/offerings/stacking/queries";
import { findOfferingTerms } from "@/lib/terms/queries";

const providerColumns = {
  id: organisations.id,
  slug: organisations.slug,
  town: organisations.town,
  nuts: organisations.nuts,
  country: organisations.country,
  homepage: organisations.homepage,
};

/** One's own offering as its page would show it, were what is pending published today. */
export async function findPreview(actor: Actor, slug: string): Promise<OfferingView | undefined> {
  const own = await findOwnOffering(actor, slug);
  const content = own?.pending?.content ?? own?.live?.content;
  if (!own || !content) return undefined;
  const day = today();
  const reference = `${own.provider.slug}:${own.externalId}`;
  const [[provider], awarding, sessions, registrations, accreditations, restrictions, stacking] = await Promise.all([
    db
      .select({ ...providerColumns, answering: answeringFor(sql`organisations.nuts`, day) })
      .from(organisations)
      .where(eq(organisations.id, own.provider.id)),
    listAwarding(content, day),
    sessionsOf(db, [own.id]),
    listRegistrations(own.provider.id, day),
    listAccreditations([own.provider.id], day),
    listRestrictions(own.provider.id, day),
    listStacked({ reference, stacksInto: content.stacksInto }, now()),
  ]);
  if (!provider) return undefined;
  const terms = await findOfferingTerms({ eqf: content.eqf, quality: content.quality, answering: provider.answering }, day);
  const number = (own.live?.number ?? 0) + (own.pending ? 1 : 0);
  const head = { number, effectiveFrom: day, eqf: content.eqf ?? 0, setting: content.setting, fields: content.fields };
  return {
    id: own.id,
    slug,
    externalId: own.externalId,
    status: own.status,
    withdrawnReason: null,
    successor: null,
    provider: { ...provider, name: own.provider.name },
    version: { ...head, content },
    current: head,
    versions: [head],
    awarding,
    sessions: sessions.get(own.id) ?? [],
    registrations,
    accreditations: accreditations.get(own.provider.id) ?? [],
    restrictions,
    verifications: [],
    stacking,
    ...terms,
    reference,
  };
}
