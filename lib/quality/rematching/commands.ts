import { sql } from "drizzle-orm";
import type { Transaction } from "@/db";
import type { Day } from "@/lib/days/days";
import type { SaidInstitution } from "@/lib/interop/deqar/said";
import { candidatesOf, matchOf, toIdentifier } from "@/lib/quality/matching";
import { closeSubjects, insertSubjects } from "@/lib/quality/reports/commands";
import { readHolders, readNamesakes } from "@/lib/quality/reports/queries";
import { isSameSettled, type Settled, settle } from "@/lib/quality/subject";

type Open = Settled & { id: string; reportId: string; place: number; said: SaidInstitution; deqarId: number; day: Day };

/**
 * Looks for everybody who was not found, by what the register knows by now: an identifier that came later, an organisation that was
 * registered since. The caller holds the turn. Answers the organisations that were found.
 */
export async function matchAgain(tx: Transaction, at: string): Promise<string[]> {
  const open = await tx.execute<Open>(sql`
    select s.id, s.report_id as "reportId", s.place, s.said, s.organisation_id as "organisationId", s.matched_by as "matchedBy", s.scheme, s.value, s.candidates, s.rejected,
      s.decided_by_id as "decidedById", a.deqar_id as "deqarId", lower(r.valid)::text as day
    from quality_report_subjects s join quality_reports r on r.id = s.report_id join quality_agencies a on a.id = r.agency_id
    where upper_inf(s.recorded) and s.organisation_id is null`);
  const identified = open.map((one) => ({
    one,
    identifiers: one.said.identifiers.flatMap((said) => toIdentifier(said, one.deqarId) ?? []),
  }));
  const holders = await readHolders(
    tx,
    identified.flatMap(({ identifiers }) => identifiers),
  );
  const namesakes = await readNamesakes(tx, [...new Set(open.flatMap(({ said }) => said.names))]);
  const changed = identified.flatMap(({ one, identifiers }) => {
    const settled = settle(matchOf(identifiers, holders, one.day), candidatesOf(one.said, identifiers, namesakes, one.day), one);
    return isSameSettled(settled, one) ? [] : [{ ...settled, id: one.id, reportId: one.reportId, place: one.place, said: one.said }];
  });
  await closeSubjects(
    tx,
    changed.map(({ id }) => id),
    at,
  );
  await insertSubjects(tx, changed, at);
  return changed.flatMap(({ organisationId }) => organisationId ?? []);
}
