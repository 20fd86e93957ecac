import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db";
import type { NewEvent } from "@/lib/events/commands";
import { isId } from "@/lib/id";
import { says } from "@/lib/texts/says";
import { capped, type Found, most } from "@/lib/trail/who/queries";

type Subject = NewEvent["subject"];

const offering = (words: string) => sql`select f.id from offerings f left join versions v on v.id = f.current_version_id
  left join pending_versions w on w.offering_id = f.id
  where ${says(sql`f.slug || ' ' || coalesce(f.external_id, '') || ' ' || coalesce(v.title, '') || ' ' || coalesce(w.content->>'title', '')`, words)}`;
const organisation = (words: string) => sql`select o.id from organisations o where ${says(sql`o.slug`, words)}
  or exists (select from known_names n where n.organisation_id = o.id and ${says(sql`n.name::text`, words)})`;

/** The records of each kind that some words fit: what people know them by. */
const fitting: Record<Subject, (words: string) => SQL> = {
  offering,
  monitoring: offering,
  feedback: offering,
  organisation,
  policy: organisation,
  trail: organisation,
  person: (words) => sql`select p.id from people p where ${says(sql`p.name || ' ' || p.email`, words)}`,
  application: (words) =>
    sql`select a.id from applications a where ${says(sql`a.id::text || ' ' || coalesce(a.content#>>'{identity,names}', '')`, words)}`,
  report: (words) => sql`select r.id from reports r where ${says(sql`'r-' || lpad(r.number::text, 5, '0') || ' ' || r.page`, words)}`,
  criteria: (words) => sql`select c.id from criteria_sets c where c.number::text = ${words}`,
  import: (words) => sql`select i.id from imports i where ${says(sql`i.file_name`, words)}`,
  harvest: (words) => sql`select h.id from harvest_sources h where ${says(sql`h.name || ' ' || h.url`, words)}`,
  key: (words) => sql`select k.id from api_keys k where ${says(sql`k.name || ' ' || k.start`, words)}`,
  review: (words) => sql`select p.id from peer_reviews p where p.offering_id in (${offering(words)})`,
  jurisdiction: (words) => sql`select j.id from jurisdiction_changes j where ${says(sql`j.code || ' ' || j.reason`, words)}`,
  audit: (words) => sql`select c.id from audit_cases c join organisations o on o.id = c.organisation_id
    where c.number::text = ltrim(${words}, 'Aa-0') or ${says(sql`o.slug`, words)}`,
  "audit-plan": (words) => sql`select p.id from audit_plans p where ${says(sql`p.slug || ' ' || p.title::text`, words)}`,
  quality: (words) => sql`select r.key as id from quality_reports r where ${says(sql`r.local_identifier`, words)}
    union select i.id from quality_imports i where ${says(sql`i.file_name`, words)}`,
  synonyms: (words) => sql`select s.id from search_synonyms s where ${says(sql`array_to_string(s.words || s.means, ' ')`, words)}`,
  skills: (words) =>
    sql`select e.subject_id as id from events e where e.type = 'skills.imported' and ${says(sql`e.after->>'file'`, words)}`,
  term: (words) => sql`select t.id from vocabulary_terms t where ${says(sql`t.code || ' ' || t.names::text`, words)}`,
  invitation: (words) => sql`select i.id from invitations i where ${says(sql`i.email`, words)}`,
  // By its service alone: what a counsellor calls a client's list never leaves their desk.
  list: (words) => sql`select l.id from lists l where l.organisation_id in (${organisation(words)})`,
};

/** The ids of the records of a kind, or of any, that some words fit: all kinds in one question. */
export async function findRecords(subject: Subject | "", words: string): Promise<Found> {
  if (isId(words)) return { ids: [words], isMore: false };
  // Kinds that are known by the same words are looked for once.
  const kinds = subject === "" ? new Set(Object.values(fitting)) : [fitting[subject]];
  const asked = [...kinds].map((of) => sql`select id from (${of(words)}) found`);
  return capped(await db.execute<{ id: string }>(sql`${sql.join(asked, sql` union `)} limit ${most + 1}`));
}

/** A decision by its number: it is told of its organisation, and named in what came after. */
export async function findDecision(words: string): Promise<string | undefined> {
  const [, number] = /^(?:d-?|#)?0*(\d{1,9})$/i.exec(words.trim()) ?? [];
  if (!number) return undefined;
  const [row] = await db.execute<{ id: string }>(sql`select id from decisions where number = ${Number(number)}`);
  return row?.id;
}
