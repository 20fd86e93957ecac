import { sql } from "drizzle-orm";
import { db } from "@/db";
import type { Day } from "@/lib/days/days";
import { fromRange } from "@/lib/days/days";
import type { ReportDecision, SaidReport } from "@/lib/interop/deqar/said";
import type { ReportFact } from "@/lib/monitoring/quality-flags";

/** What the rules of monitoring know of quality agencies. */
export type KnownQuality = { reports: Map<string, ReportFact[]>; agencies: Map<string, { acronym: string; inEqar: boolean }> };

type Row = {
  providerId: string;
  agency: string;
  localIdentifier: string;
  decision: ReportDecision;
  valid: string;
  files: SaidReport["files"];
  links: SaidReport["links"];
  programmes: SaidReport["programmes"];
};

/** Reports about some providers and those they followed, and the agencies that are organisations here; undefined before any import. */
export async function readQuality(providerIds: string[], day: Day): Promise<KnownQuality | undefined> {
  const [loaded] = await db.execute<{ is: boolean }>(sql`select exists (select from quality_reports) as is`);
  if (!loaded?.is) return undefined;
  const [rows, agencies] = await Promise.all([
    db.execute<Row>(sql`
      with recursive origins (provider_id, id) as (
        select one, one from unnest(${sql.param(providerIds)}::uuid[]) one
        union select origins.provider_id, p.predecessor_id from origins join known_successions p on p.successor_id = origins.id
      )
      select distinct on (origins.provider_id, r.id) origins.provider_id as "providerId", a.acronym as agency, r.local_identifier as "localIdentifier", r.decision, r.valid::text as valid,
        r.said->'files' as files, r.said->'links' as links, r.said->'programmes' as programmes
      from origins join quality_report_subjects s on s.organisation_id = origins.id and upper_inf(s.recorded)
      join quality_reports r on r.id = s.report_id and upper_inf(r.recorded) join quality_agencies a on a.id = r.agency_id
      order by origins.provider_id, r.id`),
    db.execute<{ id: string; acronym: string; inEqar: boolean }>(sql`
      select i.organisation_id as id, a.acronym, exists (select from quality_agency_terms t where t.agency_id = a.id and upper_inf(t.recorded) and t.valid @> ${day}::date) as "inEqar"
      from quality_agencies a join known_identifiers i on i.scheme = 'eqar' and i.value = a.deqar_id::text and i.valid @> ${day}::date
      join organisations o on o.id = i.organisation_id and 'quality-agency' = any (o.roles)`),
  ]);
  return {
    reports: Map.groupBy([...rows].map(toFact), ({ providerId }) => providerId),
    agencies: new Map([...agencies].map(({ id, ...agency }) => [id, agency])),
  };
}

function toFact({ valid, files, links, programmes, ...row }: Row): ReportFact & { providerId: string } {
  return {
    ...row,
    valid: fromRange(valid),
    addresses: [...files, ...links].map(({ url }) => url),
    programmes: programmes.map(({ name, alternativeNames, cycle, ects }) => ({ names: [name, ...alternativeNames], cycle, ects })),
  };
}
