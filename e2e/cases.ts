import { readFileSync } from "node:fs";
import type { Assessment } from "@/lib/casework/assessment";
import { type Act, after, appealableUntil, begun, holdersOf } from "@/lib/casework/casework";
import { criteriaContent, criteriaOf } from "@/lib/criteria/criteria";
import { addDays } from "@/lib/days/days";
import { anApplication } from "@/lib/testing/applications";
import type { Sample } from "./samples";
import { sql } from "./schools";

const shipped = criteriaContent.parse(JSON.parse(readFileSync("config/criteria.json", "utf8")));
const compound = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung";
const comment = `${compound} ist im Leitfaden genannt, aber nicht angewandt. Bitte zeigen Sie einen ganzen Zyklus der Qualitätssicherung.`;

/** Those who work on cases; `colleague` is a registrar too, `other` an assessor. */
const parts = ["registrar", "colleague", "assessor", "other", "applicant"] as const;
type Office = Record<(typeof parts)[number], { personId: string }>;
type Step = [who: keyof Office, act: Act];

function assessment(verdict: "met" | "partly"): Assessment {
  const scaled = criteriaOf(shipped).filter(({ question }) => question === "scale");
  const partly = new Set(scaled.slice(0, verdict === "partly" ? 3 : 0).map(({ code }) => code));
  const answers = criteriaOf(shipped).map(({ code }) => [code, { verdict: partly.has(code) ? "partly" : "met", comment }]);
  return { answers: Object.fromEntries(answers), levels: [4, 5, 6], fields: verdict === "met" ? ["04", "06"] : ["04"] };
}

const checks = shipped.checks.map(({ code }) => ({ code, answer: "yes" as const, note: "" }));
const passed: Step[] = [["colleague", { kind: "checked", passed: true, checks }]];
const assign = ({ assessor, other }: Office): Step => ["colleague", { kind: "assigned", assessors: [assessor.personId, other.personId] }];
const hand = (who: "assessor" | "other", verdict: "met" | "partly" = "met"): Step => [
  who,
  { kind: "assessed", assessment: assessment(verdict) },
];
const reasons = Object.fromEntries(criteriaOf(shipped).map(({ code }) => [code, comment]));
const refusal: Step = ["colleague", { kind: "decided", decision: "refuse", reasons, text: comment }];

/** How each case came to where it stands. */
const ways = {
  gateway: () => [],
  undeclared: () => [],
  conflict: () => [],
  unassigned: () => passed,
  assigned: (office) => [...passed, assign(office)],
  half: (office) => [...passed, assign(office), hand("assessor")],
  differing: (office) => [...passed, assign(office), hand("assessor"), hand("other", "partly")],
  agreed: (office) => [...passed, assign(office), hand("assessor"), hand("other")],
  refused: (office) => [...passed, assign(office), hand("assessor"), hand("other"), refusal],
  appealed: (office) => [
    ...passed,
    assign(office),
    hand("assessor"),
    hand("other"),
    refusal,
    ["applicant", { kind: "represented", text: comment }],
    refusal,
    ["applicant", { kind: "appealed", text: comment }],
  ],
} satisfies Record<string, (office: Office) => Step[]>;

export type CaseAt = keyof typeof ways;

/** A case of an authority at each stage, whose people have said that they are free, but for those that are about saying so. */
export async function workedCases(authority: string, office: Office): Promise<Record<CaseAt, string>> {
  await sql`insert into criteria_sets (authority_id, number, content, valid_from, published_at)
    select id, 1, ${sql.json(shipped)}, '2020-01-01', now() from organisations where slug = ${authority}`;
  const made = [];
  for (const [name, way] of Object.entries(ways)) made.push([name, await workedCase(authority, office, name, way(office))]);
  return Object.fromEntries(made);
}

/** Each page of a case at the stage at which it asks for something. */
export function casePages(cases: Record<CaseAt, string>, owner: string): Record<string, Sample> {
  const all = { "": cases.gateway, "/assessment": cases.assigned, "/moderation": cases.differing, "/decision": cases.agreed };
  return Object.fromEntries(
    Object.entries(all).map(([part, id]) => [
      `/[locale]/oversight/applications/[id]${part}`,
      { path: `/en/oversight/applications/${id}${part}`, owner },
    ]),
  );
}

async function workedCase(authority: string, office: Office, name: string, steps: Step[]): Promise<string> {
  const today = new Date().toISOString().slice(0, 10);
  const content = anApplication({ identity: { names: { de: `Verband für ${compound} (${name})` }, founded: "2001-05-04", homepage: "" } });
  const begin = addDays(today, -9);
  const done = steps.map(([who, act]) => ({ ...act, personId: office[who].personId, on: addDays(today, -1) }));
  const state = done.reduce((before, act) => after(before, act, shipped.days), begun(begin, shipped.days));
  const [last, status] = [state.path.at(-1), state.decisions.length > 0 ? "refused" : "submitted"];
  return await sql.begin(async (tx) => {
    const [row] = await tx<
      { id: string }[]
    >`insert into applications (applicant_id, status, content, authority_id, submitted_at, reason, decided_at)
      select ${office.applicant.personId}, ${status}::application_status, ${tx.json(content)}, id, ${begin}::date, ${status === "refused" ? comment : null},
        ${status === "refused" ? begin : null}::date from organisations where slug = ${authority} returning id`;
    const id = row?.id ?? "";
    await tx`insert into cases (application_id, criteria_set_id, stage, entered_on, due_on, closes_on, holder_ids)
      select ${id}, c.id, ${state.stage}::case_stage, ${last?.enteredOn ?? begin}, ${last?.dueOn ?? begin},
        ${appealableUntil(state, shipped.days)}, ${holdersOf(state)}::uuid[]
      from criteria_sets c join organisations o on o.id = c.authority_id where o.slug = ${authority} and c.number = 1`;
    for (const [place, { personId, on, ...act }] of done.entries())
      await tx`insert into case_acts (application_id, number, person_id, "on", act) values (${id}, ${place + 1}, ${personId}, ${on}, ${tx.json(act)})`;
    for (const who of parts.filter((part) => part !== "applicant" && !(part === "registrar" && name === "undeclared")))
      await tx`insert into conflict_declarations (person_id, application_id, conflict)
        values (${office[who].personId}, ${id}, ${who === "registrar" && name === "conflict" ? comment : null})`;
    return id;
  });
}
