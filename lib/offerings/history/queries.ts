import "server-only";
import { and, asc, desc, eq, inArray, lt } from "drizzle-orm";
import { db } from "@/db";
import { apiKeys, events, offerings, people, versions } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { type OfferingContent, offeringContent } from "@/lib/offerings/content";

/** Who did something: a person or key by name, or the instance itself. Names of those who are gone are not kept. */
export type Doer = { kind: "person" | "key" | "gone"; name: string } | { kind: "system"; name: string };

export type HistoryEntry = { id: number; type: string; at: Date; by: Doer; before: unknown; after: unknown };

export type DeskHistory = {
  entries: HistoryEntry[];
  /** Where older ones go on. */
  olderThan: number | null;
  versions: Map<number, OfferingContent>;
};

const pageSize = 50;

/** What was done with an offering of the actor's own, newest first, with the versions that were published. */
export async function findDeskHistory(actor: Actor, slug: string, olderThan: number | null): Promise<DeskHistory | undefined> {
  const [offering] = await db
    .select({ id: offerings.id, providerId: offerings.providerId })
    .from(offerings)
    .where(eq(offerings.slug, slug));
  if (!offering || !may(actor, "offering.read", offering)) return undefined;
  const [rows, published] = await Promise.all([
    db
      .select({ id: events.id, type: events.type, at: events.happenedAt, actor: events.actor, before: events.before, after: events.after })
      .from(events)
      .where(and(eq(events.subjectId, offering.id), ...(olderThan === null ? [] : [lt(events.id, olderThan)])))
      .orderBy(desc(events.id))
      .limit(pageSize + 1),
    db
      .select({ number: versions.number, content: versions.content })
      .from(versions)
      .where(eq(versions.offeringId, offering.id))
      .orderBy(asc(versions.number)),
  ]);
  const shown = rows.slice(0, pageSize);
  const doers = await findDoers(shown.map((row) => row.actor));
  return {
    entries: shown.map(({ actor: id, ...row }) => ({ ...row, by: doers.get(id) ?? { kind: "gone", name: "" } })),
    olderThan: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
    versions: new Map(published.map(({ number, content }) => [number, offeringContent.parse(content)])),
  };
}

/** Who is behind the actors of events, by name where they are still there. */
export async function findDoers(ids: string[]): Promise<Map<string, Doer>> {
  const of = (kind: string) => [...new Set(ids.filter((id) => id.startsWith(`${kind}:`)).map((id) => id.slice(kind.length + 1)))];
  const [persons, keys] = [of("person"), of("key")];
  const [named, machines] = await Promise.all([
    persons.length > 0
      ? db.select({ id: people.id, name: people.name, email: people.email }).from(people).where(inArray(people.id, persons))
      : [],
    keys.length > 0 ? db.select({ id: apiKeys.id, name: apiKeys.name }).from(apiKeys).where(inArray(apiKeys.id, keys)) : [],
  ]);
  return new Map<string, Doer>([
    ...named.map(({ id, name, email }): [string, Doer] => [`person:${id}`, { kind: "person", name: name || email }]),
    ...machines.map(({ id, name }): [string, Doer] => [`key:${id}`, { kind: "key", name }]),
    ...of("operator").map((name): [string, Doer] => [`operator:${name}`, { kind: "system", name }]),
  ]);
}
