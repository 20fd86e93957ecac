import { expect, type Page } from "@playwright/test";
import type { CaseAt } from "./cases";
import { expectNoViolations, expectSound, expectToFitSmallScreens, listen } from "./checks";
import { actAs, type Desk, deskPages, type Part, setUpDesk } from "./desk";
import { test } from "./one-browser";

/** Every page of the desk, the account and the oversight: with more in it than anybody has, with nothing, and sent back. */
test.use({ trace: "off" });

/** A hundred and more pages looked at in every way take longer than many other tests together: they are when asked for (CONTRIBUTING.md). */
const asked = process.env.DESK_PAGES === "on" ? test : test.skip;

let desk: Desk;
test.beforeAll(async ({ playwright, baseURL }) => {
  const request = await playwright.request.newContext(baseURL ? { baseURL } : {});
  desk = await setUpDesk(request);
  await request.dispose();
});

/** Mostly German, for its long words. */
const languages = ["de", "de", "fr", "de", "nl", "de", "en"];
const languageAt = (position: number) => languages[position % languages.length] ?? "de";
const firstAt = (position: number) => (position % 2 === 0 ? "light" : "dark");

function pathOf(route: string, language: string): string {
  const path = desk.known[route]?.path ?? route.replace("/[locale]", "/en");
  if (path.includes("[")) throw new Error(`e2e/samples.ts has no example of ${route}`);
  return path.replace(/^\/en\b/, `/${language}`);
}

for (const [position, { route, part }] of deskPages.entries()) {
  asked(`${route} for the ${part}`, async ({ page }) => {
    await actAs(page, desk.people[part]);
    await expectSound({ page, address: pathOf(route, languageAt(position)), first: firstAt(position) });
  });
}

type State = [name: string, part: Part, path: () => string];

const manage = "/[locale]/manage";
const states: State[] = [
  ...["", "/offerings", "/imports", "/harvest", "/policy", "/feedback", "/insight", "/keys", "/team", "/notices", "/applications"].map(
    (path): State => [`a beginner's ${path || "desk"}`, "starter", () => `/de/manage${path}`],
  ),
  ["the desk of somebody who belongs to nothing", "applicant", () => "/de/manage"],
  ["the desk of an authority", "registrar", () => "/de/manage"],
  ["a counsellor without lists", "newGuide", () => "/de/guidance"],
  ["lists of which none is found", "guide", () => "/de/guidance?q=quetzalcoatl"],
  ["a guidance service without templates", "newGuide", () => "/fr/guidance/templates"],
  ["a guidance desk that nobody has used", "newGuide", () => "/nl/guidance/use"],
  ["a client's search that finds nothing", "guide", () => "/de/guidance/search?q=quetzalcoatl&near=Atlantis"],
  ["a client's search past its last page", "guide", () => "/de/guidance/search?page=4999"],
  ["the queue of an authority that nobody asks", "idle", () => "/de/oversight/applications"],
  ["what an authority oversees that nobody is under", "idle", () => "/fr/oversight/feedback"],
  ["the last page of many offerings", "keeper", () => "/de/manage/offerings?page=11"],
  ["offerings that need attention", "keeper", () => "/nl/manage/offerings?attention=missing&sort=title"],
  ["offerings of which none is found", "keeper", () => "/de/manage/offerings?q=quetzalcoatl"],
  ["an application with questions, for who applied", "applicant", () => `/de/manage/applications/${desk.questioned}`],
  ["a case that one has not seen yet", "registrar", () => review("undeclared")],
  ["a case for whoever is not free", "registrar", () => review("conflict")],
  ["a case without assessors", "registrar", () => review("unassigned")],
  ["a case for its assessor", "assessor", () => review("assigned")],
  ["an assessment of which the other is not in", "assessor", () => review("half", "/assessment")],
  ["assessments that nobody may read yet", "registrar", () => review("half", "/assessment")],
  ["two assessments side by side", "assessor", () => review("differing", "/assessment")],
  ["a case that was refused, for who decides", "colleague", () => review("refused")],
  ["a case that was refused, for the applicant", "applicant", () => own("refused")],
  ["an appeal, for who hears it", "registrar", () => review("appealed", "/decision")],
  ["an appeal, for who decided before", "colleague", () => review("appealed", "/decision")],
  ["applications beyond the last page", "registrar", () => "/fr/oversight/applications?state=all&sort=age&page=400"],
  ["monitoring that finds nothing", "registrar", () => "/de/oversight/monitoring?q=quetzalcoatl&what=flagged&flag=copied"],
  ["reports that are closed, of which none is found", "registrar", () => "/de/oversight/reports?state=closed&q=quetzalcoatl"],
  ["providers of whom none is found", "registrar", () => "/fr/oversight/providers?q=quetzalcoatl&status=suspended"],
  ["a day that has passed, for a preview", "registrar", () => "/de/oversight/preview?on=2020-01-01"],
  ["a form to accredit", "registrar", () => overseen("/decide?kind=accredit", "de")],
  ["a form to correct", "registrar", () => overseen("/decide?kind=correct", "fr")],
  ["the kinds of decisions", "registrar", () => overseen("/decide", "nl")],
  ["the report of a year that is over", "registrar", () => `/de/oversight/statistics/report?year=${new Date().getFullYear() - 1}`],
  ["what is looked for in one place", "registrar", () => "/fr/oversight/statistics/searches?place=BE2&weeks=52"],
  ["audits of which none is found", "auditor", () => "/de/oversight/audits?q=quetzalcoatl"],
  ["late audits that nobody has in hand", "auditor", () => "/fr/oversight/audits?state=late&auditor=none"],
  ["plans of audits of which none is found", "auditor", () => "/de/oversight/audits/plans?q=quetzalcoatl"],
  ["quality reports of which none is found", "registrar", () => "/de/oversight/quality?q=quetzalcoatl"],
  ["agencies that are not in EQAR", "registrar", () => "/nl/oversight/quality/agencies?state=out"],
  ["accounts that were never used", "administrator", () => "/fr/oversight/accounts?state=suspended&seen=never"],
  ["accounts of which none is found", "administrator", () => "/de/oversight/accounts?q=quetzalcoatl&organisation=nowhere"],
  ["a trail of nobody", "administrator", () => "/de/oversight/trail?person=quetzalcoatl"],
  ["who looked at evidence", "administrator", () => "/fr/oversight/trail?type=reading"],
  ["the trail of the instance", "chief", () => "/de/oversight/trail"],
  ["the levels of the frameworks", "chief", () => "/de/oversight/vocabularies/levels"],
  ["a group of one word, which is none", "chief", () => "/de/oversight/vocabularies/new?language=de&words=allein"],
  ["search words of which none is found", "chief", () => "/fr/oversight/vocabularies?q=quetzalcoatl"],
  ["who answers for which region on another day", "chief", () => "/de/oversight/authorities?on=2035-01-01"],
  ["what was just done", "keeper", () => "/de/manage/keys?done=keyRevoked"],
  ["a file that was not one", "keeper", () => "/de/manage/imports?problem=fileMissing"],
  ...["workload", "level", "assessment", "quality", "audience", "stacking", "contact"].map(
    (part): State => [`the part ${part} of the editor`, "keeper", () => editor(part)],
  ),
  ["two languages side by side", "keeper", () => `${editor("learn")}?with=fr`],
];
const review = (at: CaseAt, part = "") => `/de/oversight/applications/${desk.cases[at]}${part}`;
const overseen = (rest: string, language: string) => pathOf("/[locale]/oversight/providers/[slug]", language) + rest;
const own = (at: CaseAt) => `/de/manage/applications/${desk.cases[at]}`;
const editor = (part: string) => pathOf(`${manage}/offerings/[slug]/edit/[part]`, "de").replace(/learn$/, part);

for (const [position, [name, part, path]] of states.entries()) {
  asked(`${name}, seen by the ${part}`, async ({ page }) => {
    await actAs(page, desk.people[part]);
    await expectSound({ page, address: path(), first: firstAt(position) });
  });
}

/** What is open to all and leads in: without a session, or with one where that is what matters. */
const doors: [name: string, part: Part | null, path: () => string][] = [
  ["a mailed link", null, () => "/de/sign-in/link?email=weiterbildungsbeauftragte%40langwort.example&token=x"],
  ["a mailed link of which a half is missing", null, () => "/fr/sign-in/link"],
  ["an invitation that nobody knows", null, () => "/de/invitation?token=x"],
  ["an invitation for somebody else", "applicant", () => `/de/invitation?token=${desk.schools.invitationToken}`],
  ["an invitation for who is not signed in", null, () => `/nl/invitation?token=${desk.schools.invitationToken}`],
];

for (const [position, [name, part, path]] of doors.entries()) {
  asked(name, async ({ page }) => {
    if (part) await actAs(page, desk.people[part]);
    await expectSound({ page, address: path(), first: firstAt(position) });
  });
}

type Form = [name: string, part: Part, path: () => string, wrong: Record<string, string>];

/** Each form with something wrong in it: by the id of a field, what is written there. The form is the one that has the first of them. */
const forms: Form[] = [
  ["an offering without a title", "keeper", () => "/de/manage/offerings/new", { title: "", externalId: "" }],
  ["a part with words for numbers", "keeper", () => editor("workload"), { ects: "so viele wie möglich" }],
  [
    "a session that ends before it starts",
    "keeper",
    () => of("/sessions/new"),
    { startsOn: "2030-05-01", endsOn: "2029-05-01", url: "keine" },
  ],
  ["a withdrawal without a reason", "keeper", () => of("/publication/withdraw"), { "reason.de": "" }],
  ["a copy with an id that is taken", "keeper", () => of("/publication/copy"), { externalId: "GESUNDHEITSWISSENSCHAFTEN-1" }],
  ["a publication on no day", "keeper", () => of("/publication"), { on: "" }],
  ["a feed without an address", "keeper", () => "/de/manage/harvest/new", { name: "", url: "gopher://" }],
  ["a key without a name", "keeper", () => "/de/manage/keys", { name: "", expiresOn: "" }],
  ["an invitation to no address", "keeper", () => "/de/manage/team", { email: "weiterbildung" }],
  ["a policy that says nothing", "starter", () => "/de/manage/policy/edit", { maxEcts: "viele", fee: "nichts" }],
  ["an empty review", "keeper", () => pathOf(`${manage}/reviews/[slug]`, "de"), { text: "" }],
  ["an account with a name without end", "keeper", () => "/de/account", { name: "Langwort ".repeat(60) }],
  ["an answer that says nothing", "applicant", () => `/de/manage/applications/${desk.questioned}`, { text: "" }],
  ["a declaration that declares nothing", "registrar", () => review("undeclared"), { conflict: "" }],
  ["a question that asks nothing", "registrar", () => review("gateway"), { text: "" }],
  ["a gateway in which nothing is checked", "registrar", () => review("gateway"), { "note-identity": "" }],
  ["an assessment that finds nothing", "assessor", () => review("assigned", "/assessment"), { "comment-A1": "" }],
  ["a moderation that decides nothing", "registrar", () => review("differing", "/moderation"), { "comment-A1": "" }],
  ["a refusal without a reason", "registrar", () => review("agreed", "/decision"), { reason: "" }],
  ["a registration on no day", "registrar", () => review("agreed", "/decision"), { from: "" }],
  ["an accreditation by nothing", "registrar", () => overseen("/decide?kind=accredit", "de"), { label: "", from: "" }],
  ["a suspension without a day", "registrar", () => overseen("/decide?kind=suspend", "de"), { from: "", reviewOn: "" }],
  ["a comment that says nothing", "registrar", () => pathOf("/[locale]/oversight/monitoring/[slug]", "de"), { text: "" }],
  ["an answer to a report that says nothing", "registrar", () => pathOf("/[locale]/oversight/reports/[number]", "de"), { answer: "" }],
  ["an audit of nobody", "auditor", () => "/de/oversight/audits/new", { provider: "", standards: "nur ein Wort" }],
  ["a plan of audits without a name", "auditor", () => "/de/oversight/audits/plans/new", { "title.de": "", startsOn: "", random: "0" }],
  ["a suspended account without a reason", "administrator", () => pathOf("/[locale]/oversight/accounts/[id]", "de"), { reason: "" }],
  ["an invitation to no team", "chief", () => "/de/oversight/accounts/invite", { organisation: "", email: "weiterbildung" }],
  ["a label without a name", "chief", () => "/de/oversight/vocabularies/labels", { code: "Viel zu groß", givenBy: "" }],
  ["a region given to nobody without a reason", "chief", () => "/de/oversight/authorities", { reason: "", from: "" }],
  ["a list that has a client's name", "guide", () => "/de/guidance/lists/new", { label: "Anna van der Berg", hoursPerWeek: "6" }],
  ["a list with words for numbers", "guide", () => "/de/guidance/lists/new", { label: "", hoursPerWeek: "viele", budget: "-1" }],
  ["a plan with too many hours", "guide", () => pathOf("/[locale]/guidance/lists/[id]/plan", "de"), { hoursPerWeek: "169" }],
  ["nothing added to a list", "guide", () => pathOf("/[locale]/guidance/lists/[id]", "fr"), { offering: "nirgendwo" }],
  ["a representation that says nothing", "applicant", () => own("refused"), { text: "" }],
];
const of = (rest: string) => pathOf(`${manage}/offerings/[slug]${rest}`, "de");

for (const [position, [name, part, path, wrong]] of forms.entries()) {
  asked(`${name}, sent back to the ${part}`, async ({ page, baseURL }) => {
    await actAs(page, desk.people[part]);
    await page.emulateMedia({ colorScheme: firstAt(position), reducedMotion: "reduce" });
    const heard = listen(page, new URL(baseURL ?? "").host);
    await page.goto(path());
    await sendWrong(page, wrong);
    const said = page.getByRole("main").getByRole("alert");
    await expect(said).toBeFocused();
    expect(heard).toEqual({ elsewhere: [], complaints: [] });
    await expectNoViolations(page, name);
    await expectToFitSmallScreens(page, name);
    // What is wrong leads to where it is.
    for (const link of await said.getByRole("link").all()) {
      await link.click();
      await expect(page.locator(":target")).toBeInViewport();
    }
  });
}

test("what needs attention leads to where it is mended", async ({ page }) => {
  await actAs(page, desk.people.keeper);
  await page.goto("/de/manage");
  const kinds = page.getByRole("region", { name: "Braucht Aufmerksamkeit" }).getByRole("listitem");
  const places = await kinds.evaluateAll((all) => all.map((one) => one.querySelectorAll("a")[1]?.getAttribute("href") ?? ""));
  expect(places.map((place) => place.replace(/^.*langwort-\w+-\d+/, ""))).toEqual(["/edit/learn#outcomes", "/sessions", "/publication"]);
  for (const place of places) {
    expect((await page.goto(place))?.status(), place).toBe(200);
    if (place.includes("#")) await expect(page.locator(":target"), place).toBeInViewport();
  }
});

async function sendWrong(page: Page, wrong: Record<string, string>): Promise<void> {
  const [first = ""] = Object.keys(wrong);
  const form = page.locator("form", { has: page.locator(`[id="${first}"]`) });
  await expect(form).toHaveCount(1);
  for (const [field, value] of Object.entries(wrong)) await form.locator(`[id="${field}"]`).fill(value);
  await form.getByRole("button").first().click();
}
