import { sql } from "drizzle-orm";
import { db } from "@/db";
import { auditFilters } from "@/lib/audits/queue/list";
import { cuts, orders } from "@/lib/casework/queue/list";
import { overseenStatuses } from "@/lib/decisions/overview/list";
import { flagKinds } from "@/lib/monitoring/flags";
import { monitoringFilters } from "@/lib/monitoring/input";
import { qualityStates } from "@/lib/quality/input";
import { reportFilters } from "@/lib/reports/input";
import type { Reader } from "./office";
import { decidedSlug } from "./trail";

/** A page as it is asked for: who asks (nobody for the public), and its address after the language. */
export type Asked = { as: Reader | null; path: string };

const asked = (as: Reader | null, ...paths: string[]): Asked[] => paths.map((path) => ({ as, path }));
const each = (path: string, name: string, values: readonly string[]) => values.map((value) => `${path}?${name}=${value}`);
/** A list as it comes, its last page, and a search. */
const list = (path: string, words: string) => [path, `${path}?page=99999`, `${path}?q=${words}`];

/** Lists with each filter, a search and the last page; dashboards; files. */
export const lists: Asked[] = [
  ...asked("registrar", "manage", ...list("oversight/applications", "tuin"), ...each("oversight/applications", "state", cuts)),
  ...asked("registrar", ...each("oversight/applications", "order", orders)),
  ...asked("assessor", "manage", "oversight/applications?state=mine"),
  ...asked("registrar", ...list("oversight/reports", "national-7"), ...each("oversight/reports", "state", reportFilters)),
  ...asked("auditor", ...list("oversight/audits", "a-017"), ...each("oversight/audits", "state", auditFilters)),
  ...asked("auditor", "oversight/audits?plan=assessment-of-what-is-learned&state=all", "oversight/audits?auditor=none"),
  ...asked("auditor", ...list("oversight/audits/plans", "round"), "oversight/audits/plans/new", "oversight/audits/new"),
  ...asked("auditor", "oversight/audits/plans/assessment-of-what-is-learned", "oversight/audits/plans/workload-as-it-is-stated"),
  ...asked("registrar", ...list("oversight/monitoring", "recht"), ...each("oversight/monitoring", "what", monitoringFilters)),
  ...asked("registrar", ...each("oversight/monitoring", "flag", flagKinds)),
  ...asked("registrar", ...list("oversight/quality", "nvq-001"), ...each("oversight/quality", "state", qualityStates)),
  ...asked("registrar", "oversight/quality/agencies", "oversight/quality/imports"),
  ...asked("registrar", ...list("oversight/providers", "eikenveld"), ...each("oversight/providers", "status", overseenStatuses)),
  ...asked(
    "registrar",
    "oversight/preview",
    "oversight/feedback",
    "oversight/criteria",
    "oversight/authorities",
    "manage/notices",
    "manage/team",
  ),
  ...asked("administrator", ...list("oversight/accounts", "amber"), ...each("oversight/accounts", "seen", ["month", "year", "never"])),
  ...asked(
    "administrator",
    "oversight/accounts?role=manager",
    "oversight/accounts?organisation=national-7",
    "oversight/accounts?state=suspended",
  ),
  ...asked("administrator", "oversight/accounts/invite", "oversight/accounts/services", "oversight/vocabularies"),
  ...asked(
    "administrator",
    "oversight/trail",
    "oversight/trail?type=offerings",
    "oversight/trail?person=amber",
    "oversight/trail?record=national-7",
  ),
  ...asked("administrator", "oversight/trail?organisation=eikenveld", "oversight/trail/export?type=monitoring"),
  ...asked(
    "analyst",
    "oversight/statistics",
    "oversight/statistics/report",
    "oversight/statistics/searches",
    "oversight/statistics/file?code=cases",
  ),
  ...asked(
    null,
    "register",
    "register?q=eikenveld",
    `register/${decidedSlug}`,
    "audits",
    "audits?q=a-017",
    "audits?page=99999",
    "providers",
  ),
  ...asked(null, "audits/assessment-of-what-is-learned", "audits/workload-as-it-is-stated", `providers/${decidedSlug}`),
];

/** One case of each kind at each stage, and what stands beside it. */
export async function casePages(): Promise<Asked[]> {
  const some = async (query: ReturnType<typeof sql>) => (await db.execute<{ id: string }>(query)).map(({ id }) => id);
  const [assessor, applications, audits, reports, monitored, quality, accounts, [provider]] = await Promise.all([
    some(sql`select distinct on (c.stage) c.application_id::text as id from cases c
      join people p on p.id = any (c.holder_ids) and p.email like 'assessor.%' join sign_ins s on s.person_id = p.id
      join conflict_declarations d on d.application_id = c.application_id and d.person_id = p.id and d.conflict is null where c.stage = 'assessment'`),
    some(sql`select distinct on (c.stage) c.application_id::text as id from cases c join conflict_declarations d on d.application_id = c.application_id
      and d.conflict is null join sign_ins s on s.person_id = d.person_id join people p on p.id = s.person_id and p.email like 'registrar.%' order by c.stage, c.application_id`),
    some(
      sql`select distinct on (c.stage, c.result) c.number::text as id from audit_cases c join audit_declarations d on d.case_id = c.id order by c.stage, c.result, c.number desc`,
    ),
    some(sql`select max(number)::text as id from reports group by forwarded_at is null, provider_answered_at is null, closed_at is null`),
    some(
      sql`select f.slug as id from monitored m join offerings f on f.id = m.offering_id where m.acknowledged_number = 1 and m.flagged_number = 2 order by m.risk desc limit 1`,
    ),
    some(
      sql`select distinct on (organisation_id is null, candidates = '{}') r.key::text as id from quality_report_subjects s join quality_reports r on r.id = s.report_id`,
    ),
    some(
      sql`select p.id::text from people p join memberships m on m.person_id = p.id where p.email like 'manager.%' and p.email like '%@cases.example' limit 1`,
    ),
    some(sql`select o.slug as id from audit_cases c join organisations o on o.id = c.organisation_id order by c.number limit 1`),
  ]);
  const case_ = (id: string) => `oversight/applications/${id}`;
  return [
    ...asked(
      "registrar",
      ...applications.map(case_),
      ...applications.slice(2, 4).flatMap((id) => [`${case_(id)}/moderation`, `${case_(id)}/decision`]),
    ),
    ...asked("assessor", ...assessor.map((id) => `${case_(id)}/assessment`)),
    ...asked("auditor", ...audits.map((number) => `oversight/audits/${number}`)),
    ...asked("registrar", ...reports.map((number) => `oversight/reports/${number}`)),
    ...asked("registrar", ...monitored.map((slug) => `oversight/monitoring/${slug}`)),
    ...asked("registrar", ...quality.map((key) => `oversight/quality/${key}`)),
    ...asked("registrar", `oversight/providers/${provider}`, `oversight/providers/${provider}/decide?kind=limit`),
    ...asked("registrar", `oversight/providers/${decidedSlug}`, `oversight/providers/${decidedSlug}/decide?kind=correct`),
    ...asked("administrator", ...accounts.map((id) => `oversight/accounts/${id}`)),
  ];
}
