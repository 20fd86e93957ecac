import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import { type Actor, mayAtAll } from "@/lib/auth/permissions";
import { recordEvents } from "@/lib/events/commands";
import { ok, type Result, refuse } from "@/lib/result";
import type { Concept, Link } from "./input";

type Batch = { skills?: Concept[]; occupations?: Concept[]; broader?: Link[]; needs?: Link[] };

/**
 * Writes a batch of what ESCO says, all of it or nothing, and answers how many rows are new or other than before. By address and language:
 * what is there in other languages stays, what is sent again changes nothing, and nothing is ever taken out, since offerings may name it.
 */
export async function writeSkills(actor: Actor, { skills, occupations, broader, needs }: Batch): Promise<Result<number>> {
  if (!mayAtAll(actor, "skills.import")) return refuse({ code: "notAllowed" });
  return await db.transaction(async (tx) => {
    // Two imports at once would wait for each other's rows crosswise.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('skills', 0))`);
    let changed = 0;
    const write = async (rows: unknown[] | undefined, key: (row: never) => string, statement: (json: string) => SQL) => {
      if (!rows?.length) return;
      const distinct = [...new Map(rows.map((row) => [key(row as never), row])).values()];
      changed += (await tx.execute(statement(JSON.stringify(distinct)))).count;
    };
    await write(skills, ({ uri }: Concept) => uri, upsertSkills);
    await write(occupations, ({ uri }: Concept) => uri, upsertOccupations);
    await write(broader, ({ from, to }: Link) => `${from} ${to}`, upsertBroader);
    await write(needs, ({ from, to }: Link) => `${from} ${to}`, upsertNeeds);
    return ok(changed);
  });
}

/** That a file was taken over, for the trail. */
export async function recordSkillsFile(actor: Actor, file: string, rows: number, changed: number): Promise<void> {
  if (changed === 0) return;
  await db.transaction((tx) =>
    recordEvents(tx, actor, [
      { type: "skills.imported", subject: "skills", subjectId: crypto.randomUUID(), after: { file, rows, changed } },
    ]),
  );
}

const columns = sql`as given (uri text, kind text, reuse text, code text, labels jsonb, alternatives jsonb, descriptions jsonb, status text, "replacedBy" text)`;

function upsertSkills(json: string): SQL {
  return sql`insert into skills as held (uri, kind, reuse, code, labels, alternatives, descriptions, status, replaced_by)
    select uri, kind, reuse, code, labels, alternatives, descriptions, status, "replacedBy" from jsonb_to_recordset(${json}::jsonb) ${columns}
    on conflict (uri) do update set kind = excluded.kind, reuse = coalesce(excluded.reuse, held.reuse), ${merged}
    where (held.kind, held.reuse) is distinct from (excluded.kind, coalesce(excluded.reuse, held.reuse)) or ${differs}`;
}

function upsertOccupations(json: string): SQL {
  return sql`insert into occupations as held (uri, code, labels, alternatives, descriptions, status, replaced_by)
    select uri, code, labels, alternatives, descriptions, status, "replacedBy" from jsonb_to_recordset(${json}::jsonb) ${columns}
    on conflict (uri) do update set ${merged} where ${differs}`;
}

const merged = sql`code = coalesce(excluded.code, held.code), labels = held.labels || excluded.labels,
  alternatives = held.alternatives || excluded.alternatives, descriptions = held.descriptions || excluded.descriptions,
  status = excluded.status, replaced_by = coalesce(excluded.replaced_by, held.replaced_by)`;

const differs = sql`(held.code, held.labels, held.alternatives, held.descriptions, held.status, held.replaced_by) is distinct from
  (coalesce(excluded.code, held.code), held.labels || excluded.labels, held.alternatives || excluded.alternatives,
   held.descriptions || excluded.descriptions, excluded.status, coalesce(excluded.replaced_by, held.replaced_by))`;

function upsertBroader(json: string): SQL {
  return sql`insert into broader_skills (skill, broader)
    select "from", "to" from jsonb_to_recordset(${json}::jsonb) as given ("from" text, "to" text) on conflict do nothing`;
}

function upsertNeeds(json: string): SQL {
  return sql`insert into occupation_skills as held (occupation, skill, need)
    select "from", "to", need from jsonb_to_recordset(${json}::jsonb) as given ("from" text, "to" text, need text)
    on conflict (occupation, skill) do update set need = excluded.need where held.need <> excluded.need`;
}
