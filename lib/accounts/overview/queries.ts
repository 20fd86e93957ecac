import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import type { MemberRole, Texts } from "@/db/schema";
import { accountsPerPage, mayKeepAccount, mayKeepMembership } from "@/lib/accounts/account";
import { type Actor, personIdOf } from "@/lib/auth/permissions";
import { findOversight, type Oversight } from "@/lib/authorities/queries";
import { now, today } from "@/lib/clock";
import { isId } from "@/lib/id";
import { rolesIn } from "@/lib/team/team";
import { says } from "@/lib/texts/says";
import type { AccountQuery } from "./list";

type AccountMembership = { organisationId: string; slug: string; name: Texts; role: MemberRole; since: string; roles: string[] };

export type AccountRow = {
  id: string;
  name: string;
  email: string;
  suspendedAt: string | null;
  joinedAt: string;
  lastSeenAt: string | null;
  memberships: AccountMembership[];
};

export type AccountPage = { rows: AccountRow[]; total: number; pages: number; page: number };

const lastSeenAt = sql`(select max(e.happened_at) from events e where e.subject_id = p.id and e.type = 'person.signed-in')`;

/** Whom one sees: the keeper everybody, others those who act for their authority or for whom it answers. */
function within({ all, organisations }: Oversight): SQL {
  return all
    ? sql`true`
    : sql`exists (select from memberships m where m.person_id = p.id and m.organisation_id = any (${sql.param(organisations)}::uuid[]))`;
}

/** What is known of a person; of their organisations only those that one oversees. */
function columns({ all, organisations }: Oversight): SQL {
  const seen = all ? sql`true` : sql`m.organisation_id = any (${sql.param(organisations)}::uuid[])`;
  return sql`p.id, p.name, p.email, p.suspended_at as "suspendedAt", p.created_at as "joinedAt", ${lastSeenAt} as "lastSeenAt",
    coalesce((select json_agg(json_build_object('organisationId', o.id, 'slug', o.slug, 'role', m.role, 'since', m.created_at, 'roles', o.roles,
        'name', coalesce((select n.name from known_names n where n.organisation_id = o.id
          order by n.valid @> ${today()}::date desc, lower(n.valid) desc nulls last limit 1), json_build_object('en', o.slug)::jsonb))
        order by m.created_at, o.slug)
      from memberships m join organisations o on o.id = m.organisation_id where m.person_id = p.id and ${seen}), '[]') as memberships`;
}

function seenWhen(seen: AccountQuery["seen"]): SQL {
  const ago = (days: number) => sql`${now().toISOString()}::timestamptz - ${`${days} days`}::interval`;
  const conditions: Record<AccountQuery["seen"], SQL> = {
    any: sql`true`,
    month: sql`${lastSeenAt} >= ${ago(30)}`,
    quarter: sql`${lastSeenAt} < ${ago(90)}`,
    year: sql`${lastSeenAt} < ${ago(365)}`,
    never: sql`${lastSeenAt} is null`,
  };
  return conditions[seen];
}

/** A page of people by name. Undefined for whoever keeps no accounts. */
export async function listAccounts(actor: Actor, query: AccountQuery): Promise<AccountPage | undefined> {
  const oversight = await findOversight(actor, "account.manage");
  if (!oversight) return undefined;
  const { q, organisation, role, state, seen } = query;
  const own = oversight.all ? sql`true` : sql`m.organisation_id = any (${sql.param(oversight.organisations)}::uuid[])`;
  const acts = sql`exists (select from memberships m join organisations o on o.id = m.organisation_id where m.person_id = p.id and ${own}
    and ${role ? sql`m.role = ${role}::member_role` : sql`true`}
    and (${says(sql`o.slug`, organisation)} or exists (select from known_names n where n.organisation_id = o.id and ${says(sql`n.name::text`, organisation)})))`;
  const where = sql.join(
    [
      within(oversight),
      says(sql`p.name || ' ' || p.email`, q),
      ...(role || organisation ? [acts] : []),
      ...(state === "any" ? [] : [state === "suspended" ? sql`p.suspended_at is not null` : sql`p.suspended_at is null`]),
      seenWhen(seen),
    ],
    sql` and `,
  );
  const [counted] = await db.execute<{ total: number }>(sql`select count(*)::int as total from people p where ${where}`);
  const total = counted?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / accountsPerPage));
  const page = Math.min(query.page, pages);
  const order = sql`order by cairn_fold(coalesce(nullif(p.name, ''), p.email)), p.email`;
  // Who they are is found first, so that what a row tells is asked of those alone that are shown.
  const shown = sql`select p.id from people p where ${where} ${order} limit ${accountsPerPage} offset ${(page - 1) * accountsPerPage}`;
  const rows = await db.execute<AccountRow>(sql`select ${columns(oversight)} from people p where p.id in (${shown}) ${order}`);
  return { rows, total, pages, page };
}

export type Account = Omit<AccountRow, "memberships"> & {
  /** Open sign-ins, the latest first. */
  signIns: { createdAt: string; expiresAt: string }[];
  suspendedReason: string | null;
  isSelf: boolean;
  /** Whether one may close the account and end its sign-ins; where not, they act for others too. */
  mayKeep: boolean;
  memberships: (AccountMembership & { mayChange: boolean; choices: MemberRole[] })[];
};

/** Somebody's account; undefined where it is not there for whoever asks. */
export async function findAccount(actor: Actor, id: string): Promise<Account | undefined> {
  const oversight = isId(id) ? await findOversight(actor, "account.manage") : undefined;
  if (!oversight) return undefined;
  const [row] = await db.execute<AccountRow>(
    sql`select ${columns(oversight)} from people p where p.id = ${id}::uuid and ${within(oversight)}`,
  );
  if (!row) return undefined;
  const [signIns, everywhere, [suspended]] = await Promise.all([
    db.execute<{ createdAt: string; expiresAt: string }>(sql`select created_at as "createdAt", expires_at as "expiresAt" from sign_ins
      where person_id = ${id}::uuid and expires_at > now() order by created_at desc`),
    db.execute<{ id: string }>(sql`select organisation_id as id from memberships where person_id = ${id}::uuid`),
    db.execute<{ reason: string | null }>(sql`select after->>'reason' as reason from events
      where subject_id = ${id}::uuid and type = 'person.suspended' order by happened_at desc, id desc limit 1`),
  ]);
  return {
    ...row,
    signIns,
    suspendedReason: row.suspendedAt ? (suspended?.reason ?? null) : null,
    isSelf: personIdOf(actor) === id,
    mayKeep: mayKeepAccount(
      oversight,
      everywhere.map((one) => one.id),
    ),
    memberships: row.memberships.map((one) => ({
      ...one,
      mayChange: mayKeepMembership(oversight, one.organisationId),
      choices: rolesIn(one.roles),
    })),
  };
}

export type Leaderless = { slug: string; name: Texts };

/** Registered providers that nobody leads any more: for the keeper, who alone can let somebody in. */
export async function listLeaderless(actor: Actor): Promise<Leaderless[]> {
  const oversight = await findOversight(actor, "instance.manage");
  if (!oversight) return [];
  return await db.execute<Leaderless>(sql`
    select o.slug, n.name from organisations o
    cross join lateral (select name from known_names where organisation_id = o.id
      order by valid @> ${today()}::date desc, lower(valid) desc nulls last limit 1) n
    where 'provider' = any (o.roles)
      and exists (select from registrations r where r.provider_id = o.id and upper_inf(r.recorded) and r.status = 'registered' and r.valid @> ${today()}::date)
      and exists (select from memberships m where m.organisation_id = o.id)
      and not exists (select from memberships m join people p on p.id = m.person_id
        where m.organisation_id = o.id and m.role = 'manager' and p.suspended_at is null)
    order by o.slug limit 50`);
}

/** The one organisation that a slug or a whole name means, for the keeper to invite somebody to. */
export async function findTeamOf(actor: Actor, words: string): Promise<{ id: string; roles: string[] } | undefined> {
  if (!(await findOversight(actor, "instance.manage")) || words === "") return undefined;
  const rows = await db.execute<{ id: string; roles: string[] }>(sql`
    select o.id, o.roles::text[] as roles from organisations o where o.slug = ${words} or exists (select from known_names n, jsonb_each_text(n.name) t
      where n.organisation_id = o.id and cairn_fold(t.value) = cairn_fold(${words})) limit 2`);
  return rows.length === 1 ? rows[0] : undefined;
}
