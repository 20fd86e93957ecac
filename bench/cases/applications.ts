import { insertRows } from "@/bench/national-set";
import type { Random } from "@/bench/random";
import type { Assessment } from "@/lib/casework/assessment";
import { type Act, after, appealableUntil, asOf, begun, type CaseState, type Done, holdersOf } from "@/lib/casework/casework";
import { criteriaOf } from "@/lib/criteria/criteria";
import { shippedCriteria } from "@/lib/criteria/queries";
import { addDays } from "@/lib/days/days";
import { anApplication, evidenceOf } from "@/lib/testing/applications";
import type { Office } from "./office";

const { days } = shippedCriteria;
const said = "What was handed in names the process and shows one whole cycle of it, but not what was changed afterwards.";
const places = ["Gent", "Antwerpen", "Leuven", "Hasselt", "Brugge", "Mechelen", "Kortrijk"];
const kinds = ["Vormingscentrum", "Tuinbouwschool", "Academie voor zorg", "Opleidingsfonds", "Volkshogeschool", "Technisch instituut"];

type Part = "applicant" | "officer" | "colleague" | "one" | "other" | "auditor";
type Step = [who: Part, act: Act, days: number];

function assessment(partly: boolean): Assessment {
  const answers = criteriaOf(shippedCriteria).map(({ code, question }, place) => [
    code,
    { verdict: partly && question === "scale" && place < 4 ? "partly" : "met", comment: place % 3 === 0 ? said : "" },
  ]);
  return { answers: Object.fromEntries(answers), levels: [4, 5, 6], fields: partly ? ["04"] : ["04", "06"] };
}

const checks = (answer: "yes" | "no") => shippedCriteria.checks.map(({ code }) => ({ code, answer, note: answer === "no" ? said : "" }));
const reasons = Object.fromEntries(criteriaOf(shippedCriteria).map(({ code }) => [code, said]));

const taken: Step = ["officer", { kind: "taken" }, 2];
const asked: Step = ["officer", { kind: "questioned" }, 3];
const passed: Step[] = [taken, ["officer", { kind: "checked", passed: true, checks: checks("yes") }, 4]];
const failed: Step[] = [taken, ["officer", { kind: "checked", passed: false, checks: checks("no") }, 5]];
const found = (who: "one" | "other", partly = false): Step => [who, { kind: "assessed", assessment: assessment(partly) }, 9];
const decided = (who: Part, decision: "register" | "refuse"): Step => [who, { kind: "decided", decision, reasons, text: said }, 6];
const refused = decided("officer", "refuse");

/** How the cases came to where they stand, each with how many of a hundred came that way. */
const ways: Record<string, { share: number; status: string; steps: (two: string[]) => Step[] }> = {
  draft: { share: 5, status: "draft", steps: () => [] },
  gateway: { share: 10, status: "submitted", steps: () => [] },
  taken: { share: 7, status: "submitted", steps: () => [taken] },
  questioned: { share: 5, status: "questioned", steps: () => [taken, asked] },
  unassigned: { share: 7, status: "submitted", steps: () => passed },
  assigned: { share: 10, status: "submitted", steps: (two) => [...passed, assigned(two)] },
  half: { share: 7, status: "submitted", steps: (two) => [...passed, assigned(two), found("one")] },
  differing: { share: 4, status: "submitted", steps: (two) => [...passed, assigned(two), found("one"), found("other", true)] },
  agreed: { share: 6, status: "submitted", steps: (two) => both(two) },
  moderated: {
    share: 3,
    status: "submitted",
    steps: (two) => [
      ...passed,
      assigned(two),
      found("one"),
      found("other", true),
      ["auditor", { kind: "moderated", assessment: assessment(false) }, 5],
    ],
  },
  failed: { share: 2, status: "submitted", steps: () => failed },
  refused: { share: 4, status: "refused", steps: (two) => [...both(two), refused] },
  represented: { share: 2, status: "refused", steps: (two) => [...both(two), refused, contested("represented")] },
  again: { share: 2, status: "refused", steps: (two) => [...both(two), refused, contested("represented"), decided("colleague", "refuse")] },
  appealed: { share: 2, status: "refused", steps: (two) => [...both(two), refused, contested("appealed")] },
  heard: { share: 4, status: "refused", steps: (two) => [...both(two), refused, contested("appealed"), decided("colleague", "refuse")] },
  remitted: {
    share: 2,
    status: "submitted",
    steps: (two) => [...both(two), refused, contested("represented"), ["colleague", { kind: "remitted", to: "assessment", text: said }, 5]],
  },
  registered: { share: 14, status: "registered", steps: (two) => [...both(two), decided("officer", "register")] },
  withdrawn: { share: 4, status: "withdrawn", steps: () => [...passed, ["applicant", { kind: "withdrawn" }, 8]] },
};

const assigned = (two: string[]): Step => ["officer", { kind: "assigned", assessors: two }, 3];
const both = (two: string[]): Step[] => [...passed, assigned(two), found("one"), found("other")];
const contested = (kind: "represented" | "appealed"): Step => ["applicant", { kind, text: said }, 7];

/** Applications in every state that a case can have, as the commands would have left them. */
export async function fillApplications(random: Random, office: Office, count: number): Promise<void> {
  const criteriaSetId = random.uuid();
  const publishedAt = addDays(office.day, -1000);
  await insertRows("criteria_sets", [
    {
      id: criteriaSetId,
      authority_id: office.authorityId,
      number: 1,
      content: shippedCriteria,
      valid_from: publishedAt,
      revision: 1,
      published_at: publishedAt,
      updated_at: publishedAt,
    },
  ]);
  const made = Array.from({ length: count }, (_, place) => oneApplication(random, office, place));
  await insertRows(
    "applications",
    made.map(({ application }) => application),
  );
  await insertRows(
    "cases",
    made.flatMap(({ application: { id }, state }) => (state ? [standing(id, criteriaSetId, state)] : [])),
  );
  await insertRows(
    "case_acts",
    made.flatMap(({ application: { id }, acts }) =>
      acts.map(({ personId, on, ...act }, place) => ({
        application_id: id,
        number: place + 1,
        person_id: personId,
        on,
        act,
        at: `${on} 10:00:00+01`,
      })),
    ),
  );
  const sent = made.filter(({ state }) => state);
  const readers = [office.registrars[0], office.assessors[0], office.auditors[0]];
  await insertRows(
    "conflict_declarations",
    sent.flatMap(({ application: { id, submitted_at } }, place) =>
      readers.flatMap((person_id) =>
        place % 40 === 1 ? [] : [{ person_id, application_id: id, conflict: place % 40 === 2 ? said : null, declared_at: submitted_at }],
      ),
    ),
  );
  await insertRows(
    "files",
    sent.flatMap(({ application: { id } }) =>
      evidenceOf(id).map(({ subjectId, mediaType, bytes: _bytes, ...file }) => ({
        ...file,
        id: random.uuid(),
        subject_id: subjectId,
        media_type: mediaType,
        bytes: "\\x01",
        uploaded_at: office.day,
      })),
    ),
  );
  await insertRows(
    "application_messages",
    made.flatMap(({ application: { id, status, submitted_at } }) =>
      status === "questioned"
        ? [
            {
              id: random.uuid(),
              application_id: id,
              side: "authority",
              author_id: office.registrars[0],
              text: said,
              written_at: submitted_at,
            },
          ]
        : [],
    ),
  );
}

function standing(id: string, criteriaSetId: string, state: CaseState) {
  const last = state.path.at(-1);
  return {
    application_id: id,
    criteria_set_id: criteriaSetId,
    stage: state.stage,
    entered_on: last?.enteredOn,
    due_on: last?.dueOn,
    closes_on: appealableUntil(state, days),
    stopped: state.stoppedSince !== null,
    holder_ids: holdersOf(state),
  };
}

function oneApplication(random: Random, office: Office, place: number) {
  const way = random.weighted(Object.values(ways).map((one) => [one, one.share] as const));
  const two = random.some(office.assessors.slice(place % 8 === 0 ? 0 : 1), 2);
  if (place % 8 === 0) two[0] = office.assessors[0] ?? "";
  const pair = two[0] === two[1] ? office.assessors.slice(0, 2) : two;
  const officer = place % 10 === 0 ? office.registrars[0] : random.pick(office.registrars);
  const who = {
    applicant: random.pick(office.applicants),
    officer: officer ?? "",
    colleague: random.pick(office.registrars.filter((one) => one !== officer)),
    one: pair[0] ?? "",
    other: pair[1] ?? "",
    auditor: random.pick(office.auditors),
  };
  const steps = way.steps(pair);
  const length = steps.reduce((sum, [, , of]) => sum + of, 0);
  const begin = addDays(office.day, -length - random.skewed(40, 1.6));
  let on = begin;
  const acts = steps.map(([part, act, later]): Done => {
    on = addDays(on, later);
    return { ...act, personId: who[part], on };
  });
  const isDraft = way.status === "draft";
  const state = acts.reduce((before, act) => after(asOf(before, act.on, days), act, days), begun(begin, days));
  const isDecided = ["registered", "refused"].includes(way.status);
  return {
    acts,
    state: isDraft ? null : state,
    application: {
      id: random.uuid(),
      applicant_id: who.applicant,
      status: way.status,
      content: contentOf(random, place),
      revision: 1,
      authority_id: isDraft ? null : office.authorityId,
      organisation_id: way.status === "registered" ? random.pick(office.providers).id : null,
      created_at: addDays(begin, -10),
      updated_at: on,
      submitted_at: isDraft ? null : `${begin} 09:00:00+01`,
      decided_at: isDecided ? on : null,
      reason: way.status === "refused" ? said : null,
    },
  };
}

function contentOf(random: Random, place: number) {
  const name = `${random.pick(kinds)} ${random.pick(["De Wilg", "Het Anker", "Zonnebloem", "Bergop", "Nova"])} ${place + 1}`;
  const seat = random.pick(places);
  return anApplication({
    identity: { names: { nl: name }, founded: "2001-05-04", homepage: "https://cases.example" },
    identifiers: [{ scheme: "vat", value: `BE0${String(203_000_000 + place).slice(0, 9)}` }],
    places: { seat, street: "Coupure 1", postalCode: "9000", further: [], authority: null },
  });
}
