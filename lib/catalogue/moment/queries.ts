import "server-only";
import type { Moment } from "@/lib/catalogue/filters";
import { listHidden } from "@/lib/catalogue/hidden/queries";
import { type SearchQuery, usualRadius } from "@/lib/catalogue/query";
import { now, today } from "@/lib/clock";
import { findPoint } from "@/lib/places/queries";
import { spotsWithin } from "@/lib/places/spot";
import { acceptanceOf } from "@/lib/recognition/acceptance";
import { findRulesInForce } from "@/lib/recognition/queries";
import { findWords } from "@/lib/synonyms/queries";

/** What a search depends on beside its filters: now, and what they refer to. */
export async function findMoment({ q, near, radius, acceptedBy }: SearchQuery): Promise<Moment> {
  const day = today();
  const [hidden, point, accepted, words] = await Promise.all([
    listHidden(),
    near ? findPoint(near) : undefined,
    acceptedBy ? findRulesInForce(acceptedBy, day) : undefined,
    q === "" ? undefined : findWords(q),
  ]);
  return {
    day,
    seconds: Math.floor(now().getTime() / 1000),
    hidden,
    accepted: accepted && acceptanceOf(accepted),
    ...words,
    near: point && { point, spots: spotsWithin(point, radius ?? usualRadius) },
  };
}
