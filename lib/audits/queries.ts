import "server-only";
import { desc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db";
import { type AuditCase, auditCases, auditSummaries, people, type Texts } from "@/db/schema";
import type { Done } from "@/lib/audits/act";
import { type AuditGate, findAuditGate, readAudit } from "@/lib/audits/acts/queries";
import { type AuditState, isAnnounced } from "@/lib/audits/audit";
import { type AuditFile, listAuditFiles } from "@/lib/audits/evidence/queries";
import { type FindingWords, listFindingWords } from "@/lib/audits/findings/queries";
import { listProposals, type ProposalView } from "@/lib/audits/proposals/queries";
import { type Actor, may } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";

/** What an audit is about. */
export type AuditSubject = {
  provider: Texts;
  providerSlug: string;
  title: Texts | null;
  original: string | null;
  offeringSlug: string | null;
  version: number | null;
  plan: { slug: string; title: Texts } | null;
  authority: Texts;
};

export type AuditView = {
  audit: AuditCase;
  subject: AuditSubject;
  state: AuditState;
  acts: Done[];
  words: FindingWords[];
  files: AuditFile[];
  /** What the public reads, the last edition. */
  summary: { text: Texts; edition: number } | null;
};

export type OpenAudit = AuditView & {
  gate: "open";
  proposals: ProposalView[];
  /** Names of those of the authority who had a part in it. */
  names: Map<string, string>;
  /** Points by what gave them, where it was drawn. */
  risk: Record<string, number> | null;
  drawn: "random" | "risk" | null;
};

export type ShutAudit = { gate: Exclude<AuditGate, "open">; audit: AuditCase; subject: AuditSubject };

async function findCase(number: string): Promise<AuditCase | undefined> {
  if (!/^[1-9]\d{0,8}$/.test(number)) return undefined;
  const [row] = await db
    .select()
    .from(auditCases)
    .where(eq(auditCases.number, Number(number)));
  return row;
}

/** An audit of the authority for which one acts; behind its gate there is nothing but what it is about. */
export async function findAudit(actor: Actor, number: string): Promise<OpenAudit | ShutAudit | undefined> {
  const audit = await findCase(number);
  if (!audit || !may(actor, "audit.read", { organisationId: audit.authorityId })) return undefined;
  const [gate, subject] = await Promise.all([findAuditGate(actor, audit), readSubject(audit)]);
  if (gate !== "open") return { gate, audit, subject };
  const [view, proposals, drawn] = await Promise.all([readView(audit, subject, "all"), listProposals(audit.id), findDrawn(audit.id)]);
  return { gate, ...view, proposals, names: await namesOf(view.acts), risk: drawn?.risk ?? null, drawn: drawn?.drawn ?? null };
}

/**
 * An audit as its provider sees it: from its announcement on, and of findings only what was sent. Who did what in the authority is not
 * told, nor what it keeps for itself.
 */
export async function findOwnAudit(actor: Actor, number: string): Promise<AuditView | undefined> {
  const audit = await findCase(number);
  if (!audit || !may(actor, "audit.own", { organisationId: audit.organisationId })) return undefined;
  const view = await readView(audit, await readSubject(audit), "provider");
  if (!isAnnounced(view.state)) return undefined;
  const sent = new Map(view.state.findings.flatMap((one) => (one.sentRevision === null ? [] : [[one.number, one.sentRevision] as const])));
  return {
    ...view,
    state: { ...view.state, findings: view.state.findings.filter((one) => sent.has(one.number)) },
    words: view.words.filter((one) => one.revision >= (sent.get(one.number) ?? Number.POSITIVE_INFINITY)),
  };
}

async function readView(audit: AuditCase, subject: AuditSubject, whose: "all" | "provider"): Promise<AuditView> {
  const [read, words, files, [summary]] = await Promise.all([
    readAudit(db, audit),
    listFindingWords(audit.id),
    listAuditFiles(audit.id, whose),
    db
      .select({ text: auditSummaries.text, edition: auditSummaries.edition })
      .from(auditSummaries)
      .where(eq(auditSummaries.caseId, audit.id))
      .orderBy(desc(auditSummaries.edition))
      .limit(1),
  ]);
  return { audit, subject, ...read, words, files, summary: summary ?? null };
}

const named = (id: string) => sql`(select n.name from known_names n where n.organisation_id = ${sql.raw(id)}
  order by n.valid @> ${today()}::date desc, lower(n.valid) desc nulls last limit 1)`;

async function readSubject({ id }: AuditCase): Promise<AuditSubject> {
  const [row] = await db.execute<AuditSubject>(sql`
    select ${named("c.organisation_id")} as provider, o.slug as "providerSlug", v.content->'title' as title, v.content->>'originalLanguage' as original,
      f.slug as "offeringSlug", v.number as version, ${named("c.authority_id")} as authority,
      case when p.id is not null then jsonb_build_object('slug', p.slug, 'title', p.title) end as plan
    from audit_cases c join organisations o on o.id = c.organisation_id left join offerings f on f.id = c.offering_id
    left join versions v on v.id = f.current_version_id left join audit_plans p on p.id = c.plan_id where c.id = ${id}::uuid`);
  if (!row) throw new Error("An audit about nothing");
  return row;
}

async function findDrawn(caseId: string) {
  const [row] = await db.execute<{ drawn: "random" | "risk"; risk: Record<string, number> }>(
    sql`select drawn, risk from audit_samples where case_id = ${caseId}::uuid`,
  );
  return row;
}

async function namesOf(acts: Done[]): Promise<Map<string, string>> {
  const ids = [...new Set(acts.flatMap((act) => [act.personId, ...(act.kind === "assigned" ? [act.auditorId] : [])]))];
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: people.id, name: sql<string>`coalesce(nullif(${people.name}, ''), ${people.email})` })
    .from(people)
    .where(inArray(people.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
