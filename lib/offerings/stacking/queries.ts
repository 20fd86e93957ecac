import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db";
import type { Texts } from "@/db/schema";
import { today } from "@/lib/clock";
import { nameOn } from "@/lib/providers/names/queries";

/** An offering at the other end of a part-of link. One that the register does not know has only its reference. */
export type StackedOffering = {
  /** `providerSlug:externalId` */
  reference: string;
  slug: string | null;
  title: Texts;
  original: string;
  provider: Texts;
  ects: number | null;
  hours: number | null;
  eqf: number | null;
  visible: boolean;
};

/** What an offering is part of, and by reference the parts of those and of the offering itself. */
export type Stacking = { into: StackedOffering[]; parts: Record<string, StackedOffering[]> };

type Row = Omit<StackedOffering, "ects" | "hours"> & { target: string | null; ects: string | null; hours: string | null };

/** The part-of links around an offering: those that its own version states, and what other visible offerings state about the same wholes. */
export async function listStacked(own: { reference: string; stacksInto: string[] }, moment: Date): Promise<Stacking> {
  const at = sql`${moment.toISOString()}::timestamptz`;
  const targets = JSON.stringify([...new Set([own.reference, ...own.stacksInto])]);
  const rows = await db.execute<Row>(sql`
    with targets as (select value as reference from jsonb_array_elements_text(${targets}::jsonb)),
    linked as (
      select o.id, null as target from targets t
        join organisations p on p.slug = split_part(t.reference, ':', 1)
        join offerings o on o.provider_id = p.id and o.external_id = substr(t.reference, strpos(t.reference, ':') + 1) and o.superseded_by_id is null
        where t.reference <> ${own.reference}
      union all
      select v.offering_id, t.reference from versions v
        join offerings o on o.current_version_id = v.id
        join targets t on v.content->'stacksInto' ? t.reference
        where v.content->'stacksInto' ?| (select array_agg(reference) from targets) and o.visible @> ${at}
    )
    select linked.target, p.slug || ':' || o.external_id as reference, o.slug, v.content->'title' as title, v.content->>'originalLanguage' as original,
      ${nameOn(sql`p.id`, today())} as provider,
      v.ects, v.hours, v.eqf, o.visible @> ${at} as visible
    from linked
    join offerings o on o.id = linked.id and o.status <> 'draft'
    join versions v on v.id = o.current_version_id
    join organisations p on p.id = o.provider_id
    order by v.ects desc nulls last, v.hours desc nulls last, o.slug limit 200`);

  const all = rows.map(({ ects, hours, ...row }) => ({
    ...row,
    ects: ects === null ? null : Number(ects),
    hours: hours === null ? null : Number(hours),
  }));
  const known = all.filter(({ target }) => target === null);
  const unknown = own.stacksInto.filter((reference) => !known.some((one) => one.reference === reference)).map(nameless);
  const parts = Map.groupBy(
    all.filter(({ target }) => target !== null),
    ({ target }) => target ?? "",
  );
  return { into: [...known, ...unknown], parts: Object.fromEntries(parts) };
}

function nameless(reference: string): StackedOffering {
  return { reference, slug: null, title: {}, original: "en", provider: {}, ects: null, hours: null, eqf: null, visible: false };
}
