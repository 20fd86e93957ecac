import { eq, sql } from "drizzle-orm";
import { db } from "@/db";
import { organisations } from "@/db/schema";
import { type Actor, may } from "@/lib/auth/permissions";
import { type FieldName, fields, isMultilingual, propertyOf } from "@/lib/imports/fields";
import { sessionsOf } from "@/lib/imports/run/queries";
import { type CatalogueStatements, catalogueStatements, type OfferingContent } from "@/lib/offerings/content";
import { type Exported, toRows } from "./rows";
import type { UsedLanguages } from "./template";

/** So many offerings are read at once. */
const pageSize = 500;

/** What is in the catalogue or on its way there; what was withdrawn is not changed by a file. */
const kept = sql`o.status in ('draft', 'published') and o.superseded_by_id is null`;

export type ExportedCatalogue = {
  slug: string;
  statements: CatalogueStatements;
  used: UsedLanguages;
  pages: () => AsyncGenerator<Exported[]>;
  /** Whether a cell would be longer than so many characters: known before the first byte goes out. */
  hasCellOver: (characters: number) => Promise<boolean>;
};

/** A provider's own catalogue, to be taken out page by page; nothing where the actor may not read it. */
export async function findCatalogueToExport(actor: Actor, providerId: string): Promise<ExportedCatalogue | undefined> {
  if (!may(actor, "catalogue.read", { providerId })) return undefined;
  const [provider] = await db
    .select({ slug: organisations.slug, statements: organisations.statements })
    .from(organisations)
    .where(eq(organisations.id, providerId));
  if (!provider) return undefined;
  const statements = catalogueStatements.parse(provider.statements);
  return {
    slug: provider.slug,
    statements,
    used: await usedLanguages(providerId),
    pages: () => pagesOf(providerId),
    async hasCellOver(characters) {
      const isOver = (one: Exported) => toRows(one, statements).some((row) => Object.values(row).some(({ length }) => length > characters));
      for await (const page of pagesOf(providerId, characters)) if (page.some(isOver)) return true;
      return false;
    },
  };
}

/** With `over`, only those that say more than so many characters in all: few, and the only ones of which a cell can be longer. */
async function* pagesOf(providerId: string, over?: number): AsyncGenerator<Exported[]> {
  const long =
    over === undefined
      ? sql`true`
      : sql`(length(coalesce(v.content, p.content)::text) > ${over} or exists (select from sessions s where s.offering_id = o.id and length(s.places::text) > ${over}))`;
  let after = "";
  for (;;) {
    const rows = await db.execute<{ id: string; externalId: string; live: unknown; pending: unknown }>(sql`
      select o.id, o.external_id as "externalId", v.content as live, p.content as pending from offerings o
      left join versions v on v.id = o.current_version_id left join pending_versions p on p.offering_id = o.id
      where o.provider_id = ${providerId} and ${kept} and o.external_id > ${after} and ${long} order by o.external_id limit ${pageSize}`);
    if (rows.length === 0) return;
    const runs = await sessionsOf(
      db,
      rows.map(({ id }) => id),
    );
    yield rows.flatMap(({ id, externalId, live, pending }): Exported[] => {
      const content = (live ?? pending) as OfferingContent | null;
      return content ? [{ externalId, isDraft: live === null, content, sessions: [...(runs.get(id)?.values() ?? [])] }] : [];
    });
    after = rows.at(-1)?.externalId ?? after;
  }
}

/** The languages in which each text of the catalogue is written: each is a column. */
async function usedLanguages(providerId: string): Promise<UsedLanguages> {
  const rows = await db.execute<{ property: string; language: string }>(sql`
    with said as (select coalesce(v.content, p.content) as content from offerings o left join versions v on v.id = o.current_version_id
      left join pending_versions p on p.offering_id = o.id where o.provider_id = ${providerId} and ${kept})
    select distinct e.key as property, l as language from said, jsonb_each(said.content) e, jsonb_object_keys(case when jsonb_typeof(e.value) = 'object' then e.value else '{}' end) l
    union select distinct 'outcomes', l from said, jsonb_array_elements(said.content->'outcomes') e, jsonb_object_keys(e->'text') l
    union select distinct 'times', l from sessions s join offerings o on o.id = s.offering_id, jsonb_object_keys(s.times) l where o.provider_id = ${providerId}`);
  const languages = (property: string) => rows.filter((row) => row.property === property).map(({ language }) => language);
  return Object.fromEntries(
    (Object.keys(fields) as FieldName[]).filter(isMultilingual).map((field) => [field, languages(propertyOf(field) ?? field)]),
  );
}
