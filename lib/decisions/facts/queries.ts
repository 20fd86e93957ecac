import "server-only";
import { sql } from "drizzle-orm";
import type { Database } from "@/db";
import { type IdentifierScheme, identifierSchemes, readIdentifier } from "@/lib/applications/identifiers";
import { fromRange, type Period } from "@/lib/days/days";
import type { RecordContext } from "@/lib/decisions/kinds/record-input";
import type { SentForm } from "@/lib/decisions/kinds/words";
import { isId } from "@/lib/id";

/** What a form that records a fact about an organisation names that only the database knows. */
export async function readRecordContext(database: Database, organisationId: string, form: SentForm): Promise<RecordContext> {
  const [kind, fact] = [form.kind?.[0], form.fact?.[0]];
  const none: RecordContext = { organisationId, successorId: null, isCircular: false, heldElsewhere: [] };
  if (kind !== "record") return none;
  if (fact === "identifier") return { ...none, heldElsewhere: await listHeldElsewhere(database, organisationId, form) };
  if (fact !== "succession") return none;
  const successorId = await findNamedOrganisation(database, form.successor?.[0]?.trim() ?? "");
  return { ...none, successorId, isCircular: successorId !== null && (await comesBefore(database, successorId, organisationId)) };
}

async function listHeldElsewhere(database: Database, organisationId: string, form: SentForm): Promise<Period[]> {
  const scheme = identifierSchemes.find((one): one is IdentifierScheme => one === form.scheme?.[0]);
  const read = scheme && readIdentifier(scheme, form.value?.[0] ?? "");
  if (!read || "problem" in read) return [];
  const rows = await database.execute<{ valid: string }>(sql`
    select valid::text as valid from known_identifiers
    where scheme = ${scheme} and value = ${read.value} and organisation_id <> ${organisationId}::uuid`);
  return rows.map(({ valid }) => fromRange(valid));
}

/** By the end of its address here, its id, or an identifier as `scheme:value`. */
async function findNamedOrganisation(database: Database, named: string): Promise<string | null> {
  if (named === "" || named.length > 300) return null;
  const slug =
    named
      .replace(/[?#].*$/, "")
      .split("/")
      .filter(Boolean)
      .at(-1) ?? named;
  const [row] = await database.execute<{ id: string }>(sql`
    select o.id from organisations o
    where o.slug = ${slug} or o.id = ${isId(named) ? named : null}::uuid
      or o.id in (select i.organisation_id from known_identifiers i where i.scheme || ':' || i.value = ${named})
    order by o.slug = ${slug} desc limit 1`);
  return row?.id ?? null;
}

/** Whether an organisation has become another, by any number of successions. */
async function comesBefore(database: Database, organisationId: string, otherId: string): Promise<boolean> {
  const [row] = await database.execute<{ is: boolean }>(sql`
    with recursive later (id) as (
      select ${organisationId}::uuid union select s.successor_id from later join known_successions s on s.predecessor_id = later.id
    )
    select exists (select from later where id = ${otherId}::uuid) as "is"`);
  return row?.is ?? false;
}
