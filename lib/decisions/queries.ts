import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type Database, db } from "@/db";
import { decisions, memberships, organisationConflicts, organisations, type Texts } from "@/db/schema";
import { type Actor, may, personIdOf } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import type { Day } from "@/lib/days/days";
import { answeringFor } from "@/lib/jurisdictions/queries";
import { nameOn } from "@/lib/providers/names/queries";
import { isCompetent, type WhyNot, whyNotDecide } from "./competence";
import type { Change } from "./decision";
import type { RecordedDecision } from "./history";
import { changesInRows } from "./rows/queries";

/** A provider as an authority that answers for it sees it. */
export type OverseenProvider = {
  id: string;
  slug: string;
  name: Texts;
  town: string | null;
  nuts: string | null;
  email: string | null;
  phone: string | null;
  homepage: string | null;
  authority: { id: string; slug: string; name: Texts };
};

/** The provider of that name, for whoever may read decisions at an authority that answers for it; for all others there is none. */
export async function findOverseen(actor: Actor, slug: string, database: Database = db): Promise<OverseenProvider | undefined> {
  const authorityId = actor.organisationId;
  if (!authorityId || !may(actor, "decision.read", { organisationId: authorityId })) return undefined;
  const [o, authority] = [alias(organisations, "o"), alias(organisations, "authority")];
  const [row] = await database
    .select({
      id: o.id,
      slug: o.slug,
      name: nameOn(sql`o.id`, today()),
      town: o.town,
      nuts: o.nuts,
      email: o.email,
      phone: o.phone,
      homepage: o.homepage,
      authority: { id: authority.id, slug: authority.slug, name: nameOn(sql`authority.id`, today()) },
      answering: answeringFor(sql`o.nuts`, today()),
      registeredBy: sql<string[]>`array(select distinct a.slug from registrations r join organisations a on a.id = r.authority_id
        where r.provider_id = o.id and upper_inf(r.recorded))`,
    })
    .from(o)
    .innerJoin(authority, eq(authority.id, authorityId))
    .where(and(eq(o.slug, slug), sql`'provider' = any (o.roles)`));
  return row && isCompetent(row.authority.slug, row) ? row : undefined;
}

/** Why somebody who may sign does not decide about an organisation. */
export async function findWhyNot(actor: Actor, organisationId: string, database: Database = db): Promise<WhyNot | null> {
  const personId = personIdOf(actor);
  if (!personId) return null;
  const [[belongs], [declared]] = await Promise.all([
    database
      .select({ is: memberships.role })
      .from(memberships)
      .where(and(eq(memberships.personId, personId), eq(memberships.organisationId, organisationId))),
    database
      .select({ is: organisationConflicts.declaredAt })
      .from(organisationConflicts)
      .where(and(eq(organisationConflicts.personId, personId), eq(organisationConflicts.organisationId, organisationId))),
  ]);
  return whyNotDecide({ belongs: belongs !== undefined, declared: declared !== undefined });
}

/** A decision as those who decide read it. */
export type DecisionRow = RecordedDecision & {
  number: number;
  authority: Texts;
  decidedOn: Day;
  statement: Texts;
  reasons: Texts;
  documentUrl: string | null;
  reviewOn: Day | null;
  /** The decisions that took its place. */
  supersededBy: number[];
};

/** Every decision about an organisation in the order in which they became known. */
export async function listDecisions(organisationId: string, database: Database = db): Promise<DecisionRow[]> {
  const d = alias(decisions, "d");
  const rows = await database
    .select({
      id: d.id,
      kind: d.kind,
      authorityId: d.authorityId,
      effectiveFrom: d.effectiveFrom,
      supersedesId: d.supersedesId,
      changes: d.changes,
      number: d.number,
      authority: nameOn(sql`d.authority_id`, today()),
      decidedOn: d.decidedOn,
      statement: d.statement,
      reasons: d.reasons,
      documentUrl: d.documentUrl,
      reviewOn: d.reviewOn,
    })
    .from(d)
    .where(eq(d.organisationId, organisationId))
    .orderBy(asc(d.recordedAt), asc(d.number));
  const unsaid = await changesInRows(
    database,
    organisationId,
    rows.filter(({ changes, kind }) => changes.length === 0 && kind !== "refuse").map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    changes: unsaid.get(row.id) ?? (row.changes as Change[]),
    supersededBy: rows.filter(({ supersedesId }) => supersedesId === row.id).map(({ number }) => number),
  }));
}
