import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import type { Texts } from "@/db/schema";
import { listAccreditations } from "@/lib/accreditations/queries";
import { today } from "@/lib/clock";
import type { SuccessionKind } from "@/lib/decisions/decision";
import type { DecisionKind } from "@/lib/decisions/kinds/kinds";
import { type DecisionRow, listDecisions, type OverseenProvider } from "@/lib/decisions/queries";
import { readState } from "@/lib/decisions/rows/queries";
import { listSuccessions } from "@/lib/providers/queries";
import { listLabelsAhead } from "@/lib/terms/queries";
import type { Term } from "@/lib/terms/term";

export type DecideChoices = {
  accreditations: Accreditation[];
  decisions: DecisionRow[];
  bodies: { slug: string; name: Texts }[];
  labels: Term[];
  /** What the register holds of an organisation that can have been entered by mistake. */
  facts: { identifiers: string[]; successors: { id: string; kind: SuccessionKind; name: Texts }[] };
};

type Accreditation = { key: string; title: Texts; from: string | null; until: string | null };

/** What a form of this kind can choose from: the register's accreditations, the authority's own decisions, bodies that accredit. */
export async function listChoices(provider: OverseenProvider, kind: DecisionKind): Promise<DecideChoices> {
  const [accreditations, decisions, bodies, labels, facts] = await Promise.all([
    listAccreditations([provider.id], today()),
    listDecisions(provider.id),
    kind === "accredit" ? listBodies(provider.authority.id) : [],
    kind === "accredit" ? listLabelsAhead() : [],
    kind === "record" ? listFacts(provider.id) : { identifiers: [], successors: [] },
  ]);
  const taking = ["suspend", "limit", "withdraw"];
  return {
    accreditations: latest((accreditations.get(provider.id) ?? []).map(({ key, title, valid }) => ({ key, title, ...valid }))),
    decisions: decisions
      .filter(({ authorityId, changes }) => authorityId === provider.authority.id && changes.length > 0)
      .filter((one) => one.kind !== "record")
      .filter((one) => kind !== "reinstate" || taking.includes(one.kind))
      .toReversed(),
    bodies,
    labels,
    facts,
  };
}

/** One accreditation can have several rows, each for its own days: the last says how it stands. */
function latest(rows: Accreditation[]): Accreditation[] {
  return [...new Map(rows.map((row) => [row.key, row])).values()].toReversed();
}

async function listFacts(organisationId: string): Promise<DecideChoices["facts"]> {
  const [state, successions] = await Promise.all([readState(organisationId), listSuccessions(organisationId)]);
  return {
    identifiers: [...state.keys()].flatMap((thing) => (thing.startsWith("identifier ") ? [thing.slice("identifier ".length)] : [])).sort(),
    successors: successions.filter(({ later }) => later),
  };
}

async function listBodies(authorityId: string): Promise<{ slug: string; name: Texts }[]> {
  const rows = await db.execute<{ slug: string; name: Texts }>(sql`
    select o.slug, n.name from organisations o
    cross join lateral (select name from known_names where organisation_id = o.id order by valid @> ${today()}::date desc, lower(valid) desc nulls last limit 1) n
    where o.roles && array['quality-agency', 'competent-authority']::organisation_role[] and o.id <> ${authorityId}::uuid order by o.slug`);
  return [...rows];
}
