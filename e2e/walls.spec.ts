import { type APIRequestContext, expect, test } from "@playwright/test";
import { routes } from "@/lib/auth/routes";
import { newSecret } from "@/lib/auth/secret";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { type CaseAt, workedCases } from "./cases";
import { sessionCookie } from "./checks";
import { newcomer } from "./invented";
import { foundSchools, type Schools, sql } from "./schools";

/** What keeps the people of authorities apart, each tried by page, by a form that somebody else was shown, and by whatever machines can ask. */
test.describe.configure({ mode: "serial" });

const parts = { registrar: "watchful", colleague: "watchful", assessor: "watchful", other: "watchful", elsewhere: "idle" } as const;
const roles = { registrar: "registrar", colleague: "registrar", assessor: "assessor", other: "assessor", elsewhere: "registrar" } as const;
type Part = keyof typeof parts | "chief";

let schools: Schools;
let people: Record<Part, { personId: string; token: string }>;
let cases: Record<CaseAt, string>;

test.beforeAll(async () => {
  schools = await foundSchools();
  const made = [];
  for (const [part, school] of Object.entries(parts))
    made.push([part, await newcomer(part, roles[part as keyof typeof parts], schools[school])]);
  people = Object.fromEntries([...made, ["chief", await newcomer("chief", "administrator", schools.watchful)]]);
  cases = await workedCases(schools.watchful, { ...people, applicant: await newcomer("applicant", "person", null) });
  // `registrar` is not free in the case of that name, and not about the school.
  await sql`insert into organisation_conflicts (person_id, organisation_id, reason)
    select ${people.registrar.personId}, id, 'A relative teaches there.' from organisations where slug = ${schools.full}`;
});

const cookieOf = (part: Part) => `${sessionCookie}=${people[part].token}`;
const site = () => new URL(process.env.BASE_URL ?? "").origin;

async function read(request: APIRequestContext, path: string, part: Part, more: Record<string, string> = {}) {
  const answer = await request.get(path, { headers: { accept: "text/html", cookie: cookieOf(part), ...more }, maxRedirects: 0 });
  return { status: answer.status(), text: await answer.text() };
}

/** The form of a page that holds a field or says something, with the hidden fields by which a browser without JavaScript names its action. */
function formWith(html: string, words: string): Record<string, string> {
  const [, inside = ""] = [...html.matchAll(/<form\b[^>]*>(.*?)<\/form>/gs)].find(([, form = ""]) => form.includes(words)) ?? [];
  const hidden = [...inside.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
    tag.match(/\bname="([^"]*)"/)?.[1] ?? "",
    (tag.match(/\bvalue="([^"]*)"/)?.[1] ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&"),
  ]);
  const form = Object.fromEntries(hidden);
  expect(
    Object.keys(form).some((name) => name.startsWith("$ACTION")),
    words,
  ).toBe(true);
  return form;
}

const send = (request: APIRequestContext, path: string, part: Part, multipart: Record<string, string>) =>
  request.post(path, { headers: { accept: "text/html", cookie: cookieOf(part), origin: site() }, multipart, maxRedirects: 0 });

const decided = async () =>
  (
    await sql<{ count: number }[]>`select count(*)::int as count from decisions d join organisations o on o.id = d.organisation_id
    where o.slug = ${schools.full} and d.kind = 'suspend'`
  )[0]?.count;

/** All that a registrar fills in to suspend the school. */
function suspension(): Record<string, string> {
  const words = ["nl", "fr", "de", "en"].map((language) => [`statement.${language}`, "Paused."]);
  return {
    from: today(),
    end: "open",
    reviewOn: addDays(today(), 90),
    scope: "all",
    ...Object.fromEntries(words),
    "reasons.en": "Because.",
  };
}

test("a registrar of another region, and one who declared a conflict, cannot decide", async ({ request }) => {
  const at = `/en/oversight/providers/${schools.full}`;
  const form = { ...formWith((await read(request, `${at}/decide?kind=suspend`, "colleague")).text, "statement.nl"), ...suspension() };
  expect((await read(request, `${at}/decide?kind=suspend`, "elsewhere")).status).toBe(404);
  expect((await read(request, `${at}/decide?kind=suspend`, "registrar")).text).not.toContain("statement.nl");
  for (const part of ["elsewhere", "registrar"] as const)
    expect((await send(request, `${at}/decide?kind=suspend`, part, { ...form, draft: crypto.randomUUID() })).status(), part).not.toBe(303);

  // What a colleague drafted is not signed by either.
  const drafted = await send(request, `${at}/decide?kind=suspend`, "colleague", form);
  expect(drafted.status(), await drafted.text()).toBe(303);
  const draft = new URL(drafted.headers().location ?? "", site()).pathname;
  const sign = formWith((await read(request, draft, "colleague")).text, 'name="shown"');
  expect((await read(request, draft, "elsewhere")).status).toBe(404);
  expect((await read(request, draft, "registrar")).text).not.toContain('name="shown"');
  for (const part of ["elsewhere", "registrar"] as const) expect((await send(request, draft, part, sign)).status(), part).not.toBe(303);
  expect(await decided()).toBe(0);
  // The forms are whole: whoever may decide does it with them.
  expect((await send(request, draft, "colleague", sign)).status()).toBe(303);
  expect(await decided()).toBe(1);
});

test("nobody works on a case in which they declared a conflict, or of another region", async ({ request }) => {
  const at = `/en/oversight/applications/${cases.conflict}`;
  const [file] = await sql<{ id: string }[]>`insert into files (subject, subject_id, name, media_type, size, sha256, bytes)
    values ('application', ${cases.conflict}, 'proof.pdf', 'application/pdf', 1, '', 'x') returning id`;
  const evidence = `/en/manage/applications/${cases.conflict}/files/${file?.id}`;
  const checks = ["identity", "identifiers", "place", "evidence"].map((code) => [`check-${code}`, "yes"]);
  const gateway = formWith((await read(request, at, "colleague")).text, "check-identity");
  for (const part of ["registrar", "elsewhere"] as const) {
    expect((await read(request, at, part)).text, part).not.toContain("check-identity");
    for (const rest of ["/assessment", "/moderation", "/decision"])
      expect((await read(request, at + rest, part)).text, `${part} ${rest}`).not.toContain("<fieldset");
    expect((await read(request, evidence, part)).status, part).toBe(404);
    const answer = await send(request, at, part, { ...gateway, ...Object.fromEntries(checks), outcome: "passed" });
    expect(answer.status(), part).not.toBe(303);
  }
  expect(await sql`select from case_acts where application_id = ${cases.conflict}`).toHaveLength(0);
  expect((await read(request, evidence, "colleague")).status).toBe(200);
});

test("nobody reads an assessment before both are in", async ({ request }) => {
  const comment = "Bitte zeigen Sie einen ganzen Zyklus";
  const at = `/de/oversight/applications/${cases.half}`;
  const everywhere = [at, `${at}/assessment`, `${at}/moderation`, `${at}/decision`, "/de/oversight/applications?state=all"];
  for (const part of ["other", "colleague", "chief"] as const)
    for (const path of everywhere)
      for (const more of [{}, { rsc: "1", accept: "text/x-component" }])
        expect((await read(request, path, part, more)).text.includes(comment), `${path} for the ${part}`).toBe(false);
  for (const path of ["/de/oversight/trail", "/de/oversight/trail/export", `/de/oversight/trail?record=${cases.half}`])
    expect((await read(request, path, "chief")).text.includes(comment), path).toBe(false);
  // It is there, for who wrote it.
  expect((await read(request, `${at}/assessment`, "assessor")).text).toContain(comment);

  // Handing in with the form of the one who assesses does nothing for who does not.
  const form = formWith((await read(request, `${at}/assessment`, "other")).text, "comment-A1");
  const answer = await send(request, `${at}/assessment`, "colleague", { ...form, "answer-A1": "met" });
  expect(answer.status()).not.toBe(303);
  expect(await sql`select from case_acts where application_id = ${cases.half} and act->>'kind' = 'assessed'`).toHaveLength(1);
});

test("the API has no address by which one decides, assesses or reads a case, with whatever it is asked", async ({ request }) => {
  const desk = /^(application\.decide|case\.|decision\.)/;
  expect(Object.entries(routes).filter(([, access]) => desk.test(access))).toEqual([]);
  const described = (await (await request.get("/api/v1/openapi.json")).json()) as { paths: Record<string, object> };
  expect(Object.keys(described.paths).filter((path) => /application|case|assess|decision/.test(path))).toEqual([]);

  const secret = `cairn_${newSecret()}`;
  const paths = [
    `/api/v1/register/organisations/${schools.full}`,
    `/api/v1/register/organisations/${schools.full}/decisions`,
    `/api/v1/applications/${cases.half}`,
    `/api/v1/applications/${cases.half}/assessments`,
  ];
  for (const path of paths)
    for (const method of ["POST", "PUT", "PATCH", "DELETE"])
      for (const headers of [{ cookie: cookieOf("elsewhere") }, { cookie: cookieOf("registrar") }, { authorization: `Bearer ${secret}` }]) {
        const answer = await request.fetch(path, { method, headers: { ...headers, origin: site() }, data: { kind: "suspend" } });
        expect([404, 405], `${method} ${path}`).toContain(answer.status());
      }
  for (const path of paths.slice(2)) expect((await request.get(path, { headers: { cookie: cookieOf("other") } })).status(), path).toBe(404);
  expect(await decided()).toBe(1);
});
