import { type APIRequestContext, expect, type Page } from "@playwright/test";
import { pages } from "@/lib/auth/access";
import { mayAtAll, type Permission, type Role } from "@/lib/auth/permissions";
import { country } from "@/lib/country/country";
import { type CaseAt, casePages, workedCases } from "./cases";
import { sessionCookie } from "./checks";
import { newcomer } from "./invented";
import { guidanceService, type Sample, samples } from "./samples";
import { foundSchools, questionedApplication, type Schools, sql, tellEverything } from "./schools";
import { catalogue } from "./spreadsheet";

/** Who looks at the desk: of the school that has everything, of one that begins, of two authorities and two guidance services, of none. */
const cast = {
  keeper: ["manager", "full"],
  starter: ["manager", "fresh"],
  registrar: ["registrar", "watchful"],
  colleague: ["registrar", "watchful"],
  assessor: ["assessor", "watchful"],
  other: ["assessor", "watchful"],
  administrator: ["administrator", "watchful"],
  chief: ["administrator", null],
  auditor: ["auditor", "watchful"],
  idle: ["registrar", "idle"],
  model: ["manager", null],
  guide: ["lead-counsellor", null],
  newGuide: ["lead-counsellor", null],
  applicant: ["person", null],
} as const satisfies Record<string, readonly [Role, keyof Schools | null]>;

/** The demonstration's own school: it has imported in earnest. */
const model = "hogeschool-lindewater";
const others: Record<string, string> = { model, chief: country.keeper, guide: guidanceService, newGuide: "the-signpost-het-wegwijspunt" };

export type Part = keyof typeof cast;
export type Desk = {
  people: Record<Part, { personId: string; token: string }>;
  known: Record<string, Sample>;
  /** Cases of the watchful authority, one at each stage. */
  cases: Record<CaseAt, string>;
  questioned: string;
  schools: Schools;
};

export async function setUpDesk(request: APIRequestContext): Promise<Desk> {
  const schools = await foundSchools();
  const { full, watchful } = schools;
  const entries = [];
  for (const [part, [role, school]] of Object.entries(cast))
    entries.push([part, await newcomer(part, role, school ? schools[school] : (others[part] ?? null))]);
  const people = Object.fromEntries(entries) as Desk["people"];
  const applicantId = people.applicant.personId;
  await tellEverything(people.keeper.personId, full);
  await handInFile(request, people.keeper.token);
  // The first person of a school is one whom its team may change.
  await sql`update people set email = replace(email, 'rights.', 'demonstration.') where id = ${people.keeper.personId}`;
  const whose = { authority: watchful, applicantId, counsellorId: people.guide.personId };
  const ofModel = await samples(sql, { provider: model, ...whose });
  const known = await samples(sql, { provider: full, ...whose });
  const undo = "/[locale]/manage/imports/[id]/undo";
  const [feed] = await sql<{ id: string }[]>`select s.id from harvest_sources s join harvest_runs r on r.source_id = s.id
    join organisations o on o.id = s.provider_id where o.slug = ${full} order by s.name limit 1`;
  const [cases, questioned] = [await workedCases(watchful, people), await questionedApplication(applicantId, watchful)];
  const shown = {
    [undo]: ofModel[undo] as Sample,
    "/[locale]/manage/harvest/[id]": { path: `/en/manage/harvest/${feed?.id}`, owner: full },
    ...casePages(cases, watchful),
  };
  return { people, known: { ...known, ...shown }, cases, questioned, schools };
}

/** A file with slips, tried and not imported: what is imported is seen by everybody. */
async function handInFile(request: APIRequestContext, token: string): Promise<void> {
  const file = {
    name: "Weiterbildungsveranstaltungsverzeichnis.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(catalogue("LANG").toString().replace("Kenmerk", "id")),
  };
  const answer = await request.post("/de/manage/imports/upload", {
    headers: { cookie: `${sessionCookie}=${token}`, origin: new URL(process.env.BASE_URL ?? "").origin },
    multipart: { file },
    maxRedirects: 0,
  });
  expect(answer.status(), await answer.text()).toBe(303);
}

export async function actAs(page: Page, { token }: { token: string }): Promise<void> {
  await page.context().addCookies([{ name: sessionCookie, value: token, url: process.env.BASE_URL ?? "" }]);
}

const modelOnly = ["/[locale]/manage/imports/[id]/undo"];
const assessorsOwn = ["/[locale]/oversight/applications/[id]/assessment"];
const applicantsOwn = /^\/\[locale\]\/manage\/applications/;

/** Every page that asks for more than that one comes, with who opens it. */
export const deskPages = Object.entries(pages)
  .filter(([, access]) => access !== "public")
  .map(([route, access]) => ({ route, part: partFor(route, access as Permission | "person") }));

function partFor(route: string, access: Permission | "person"): Part {
  if (modelOnly.includes(route)) return "model";
  if (assessorsOwn.includes(route)) return "assessor";
  if (applicantsOwn.test(route)) return "applicant";
  const fits = (part: Part) =>
    access === "person" || mayAtAll({ id: "", role: cast[part][0], organisationId: null, keeps: part === "chief" }, access);
  const part = (["keeper", "registrar", "assessor", "administrator", "auditor", "chief", "guide"] as const).find(fits);
  if (!part) throw new Error(`e2e/desk.ts knows nobody who may open ${route}`);
  return part;
}
