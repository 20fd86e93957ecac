import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import type { Texts } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { now, today } from "@/lib/clock";
import { nameOn } from "@/lib/providers/names/queries";

export type OwnReview = { id: string; slug: string; title: Texts; original: string; text: string; locale: string; signedOn: string };

/** Reviews that one's own organisation has signed and not taken back. */
export async function listOwnReviews({ organisationId, ...actor }: Actor): Promise<OwnReview[]> {
  if (!organisationId || !may({ ...actor, organisationId }, "feedback.read", { organisationId })) return [];
  return await db.execute<OwnReview>(sql`
    select r.id, o.slug, v.content->'title' as title, v.content->>'originalLanguage' as original, r.text, r.locale, r.signed_at::date::text as "signedOn"
    from peer_reviews r join offerings o on o.id = r.offering_id join versions v on v.id = o.current_version_id
    where r.organisation_id = ${organisationId} and r.withdrawn_at is null order by r.signed_at desc`);
}

export type Reviewable = { slug: string; title: Texts; original: string; provider: Texts; text: string | null; locale: string | null };

/** An offering of somebody else that the actor may review, with the review that their organisation has signed of it. */
export async function findReviewable({ organisationId, ...actor }: Actor, slug: string): Promise<Reviewable | undefined> {
  if (!organisationId || !may({ ...actor, organisationId }, "review.sign", { organisationId })) return undefined;
  const [row] = await db.execute<Reviewable>(sql`
    select o.slug, v.content->'title' as title, v.content->>'originalLanguage' as original, ${nameOn(sql`o.provider_id`, today())} as provider, r.text, r.locale
    from offerings o join versions v on v.id = o.current_version_id
    left join peer_reviews r on r.offering_id = o.id and r.organisation_id = ${organisationId} and r.withdrawn_at is null
    where o.slug = ${slug} and o.provider_id <> ${organisationId} and o.status = 'published' and o.visible @> ${now().toISOString()}::timestamptz`);
  return row;
}
