import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db";
import { organisationConflicts, organisationIdentifiers } from "@/db/schema";
import { organisationAnswer } from "@/lib/api/openapi/register-answers";
import { getOrganisation } from "@/lib/api/register/organisations";
import { type Actor, operator, personIdOf } from "@/lib/auth/permissions";
import { runQualityImport } from "@/lib/jobs/import-quality";
import { closeDatabase, emptyDatabase } from "@/lib/testing/database";
import { aDecidedProvider } from "@/lib/testing/deciding";
import { aMember } from "@/lib/testing/people";
import { listAgencies } from "./agencies/list/queries";
import { importQualityForReal, resumeQualityImport, startQualityImport, stopQualityImport } from "./imports/commands";
import { countQualityOutcomes, findQualityImportFor, listQualityImportRows, listQualityImports } from "./imports/queries";
import { qualityQuery } from "./input";
import { confirmMatch, rejectMatch } from "./matches/commands";
import { listQualityReports } from "./public/queries";
import { findReport, listReports } from "./queries";

type Cast = Awaited<ReturnType<typeof aDecidedProvider>>;
const system = operator("test");
let cast: Cast;
let other: Cast;

const agencies = `deqar_id,acronym,name,country_iso2,website,registration_start,registration_valid_to
900,QAI,Quality Agency Invented,BE,https://qai.example,2010-01-01,2030-12-31
901,OLDQ,Old Quality,BE,,2010-01-01,2015-06-30
902,NEVER,Never in EQAR,BE,,,
-1,SPACE,No agency,BE,,,`;

const report = (change: Record<string, unknown> = {}) => ({
  agency: "QAI",
  local_identifier: "R-1",
  activity: "Institutional audit",
  status: "1",
  decision: "positive",
  valid_from: "2020-01-15",
  date_format: "%Y-%m-%d",
  report_files: [{ original_location: "https://qai.example/r1.pdf", display_name: "Report", report_language: ["dut"] }],
  institutions: [{ deqar_id: "DEQARINST0001" }],
  ...change,
});

async function hand(content: unknown, { actor = system as Actor, dryRun = false } = {}): Promise<string> {
  const bytes = Buffer.from(typeof content === "string" ? content : JSON.stringify(content));
  const started = await startQualityImport(actor, { fileName: "file", bytes, dryRun });
  if (!started.ok) throw new Error(started.problems[0]?.code);
  await runQualityImport(started.value.importId);
  return started.value.importId;
}

async function identify(cast: Cast, scheme: string, value: string, valid = "(,)") {
  await db.insert(organisationIdentifiers).values({ organisationId: cast.provider.id, scheme, value, valid });
}

const count = async (table: string) => (await db.execute<{ n: number }>(sql.raw(`select count(*)::int as n from ${table}`)))[0]?.n;
const known = () => count("quality_reports where upper_inf(recorded)");
const shown = async (cast: Cast) => await listQualityReports(cast.provider.id, "2026-01-01", null);
const proposal = async (cast: Cast) => {
  const { rows } = await listReports(cast.registrar, qualityQuery.parse({ state: "proposed" }));
  const found = rows[0] && (await findReport(cast.registrar, rows[0].key));
  return { report: found, subject: found?.subjects[0]?.id ?? "" };
};

beforeEach(async () => {
  await emptyDatabase();
  [cast, other] = [await aDecidedProvider(), await aDecidedProvider({ nuts: "BE336" })];
  await hand(agencies);
});
afterAll(closeDatabase);

describe("an import", () => {
  it("takes agencies with their time in EQAR, whole and again, and refuses what is none", async () => {
    const { rows } = await listAgencies(cast.registrar, { q: "", state: "all", page: 1 });
    expect(rows.map(({ acronym, terms }) => [acronym, terms])).toEqual([
      ["NEVER", []],
      ["OLDQ", [{ from: "2010-01-01", until: "2015-07-01" }]],
      ["QAI", [{ from: "2010-01-01", until: "2031-01-01" }]],
    ]);
    expect(await countQualityOutcomes(await hand(agencies))).toEqual({ unchanged: 3, refused: 1 });
    expect(await countQualityOutcomes(await hand(agencies.replace("2030-12-31", "2032-12-31"), { dryRun: true }))).toEqual({
      updated: 1,
      unchanged: 2,
      refused: 1,
    });
    expect(await count("quality_agency_terms")).toBe(2);
    await hand(agencies.replace("2030-12-31", "2032-12-31"));
    expect(await count("quality_agency_terms")).toBe(3);
  });

  it("matches by an identifier that is held on the report's day, and doubles nothing when it comes again", async () => {
    await identify(cast, "deqarinst", "deqarinst 0001", "[2015-01-01,2021-01-01)");
    const first = await hand([report(), report({ local_identifier: "R-2", valid_from: "2022-01-01" })]);
    const rows = await listQualityImportRows(first, { limit: 10 });
    expect(rows.map(({ outcome, matched, unmatched }) => [outcome, matched, unmatched])).toEqual([
      ["added", 1, 0],
      ["added", 0, 1],
    ]);
    expect(await countQualityOutcomes(await hand([report()]))).toEqual({ unchanged: 1 });
    // The other report is not in the later file, and stays.
    expect(await known()).toBe(2);
    expect(await countQualityOutcomes(await hand([report({ decision: "3", valid_to: "2023-01-01" })]))).toEqual({ updated: 1 });
    expect(await known()).toBe(2);
    const [one] = await shown(cast);
    expect(one).toMatchObject({
      decision: "negative",
      lastDay: "2023-01-01",
      agency: { acronym: "QAI", inEqar: { lastDay: "2030-12-31" } },
    });
  });

  it("names what is wrong with a row, and takes the others", async () => {
    await identify(cast, "deqarinst", "DEQARINST0001");
    await identify(other, "eter", "BE0035");
    const file = await hand([
      report({ agency: "nobody" }),
      report({ valid_from: "soon" }),
      report(),
      report(),
      report({ local_identifier: "R-2", institutions: [{ deqar_id: "DEQARINST0001", eter_id: "BE0035" }] }),
      "nonsense",
    ]);
    const rows = await listQualityImportRows(file, { limit: 10 });
    expect(rows.map(({ outcome, problems }) => [outcome, ...problems.map(({ code }) => code)])).toEqual([
      ["refused", "qualityAgencyUnknown"],
      ["refused", "qualityDateNotUnderstood"],
      ["added"],
      ["refused", "qualityReportTwice"],
      ["added", "qualityIdentifiersDiffer"],
      ["refused", "qualityRowNotUnderstood"],
    ]);
    expect((await findQualityImportFor(cast.registrar, await hand("[{]")))?.failure).toBe("jsonInvalid");
    expect((await findQualityImportFor(cast.registrar, await hand("a,b\n1,2")))?.failure).toBe("qualityFileUnknown");
  });

  it("in a dry run says the same and writes nothing; for real it is done once", async () => {
    const id = await hand([report()], { actor: cast.registrar, dryRun: true });
    expect([await countQualityOutcomes(id), await known()]).toEqual([{ added: 1 }, 0]);
    expect(await importQualityForReal(cast.colleague, id)).toEqual({ ok: true, value: null });
    expect((await importQualityForReal(cast.registrar, id)).ok).toBe(false);
    await Promise.all([runQualityImport(id), runQualityImport(id)]);
    expect([await countQualityOutcomes(id), await known()]).toEqual([{ added: 1 }, 1]);
  });

  it("is stopped and goes on, and two of the same file at once double nothing", async () => {
    const many = Array.from({ length: 450 }, (_, n) => report({ local_identifier: `N-${n}` }));
    const started = await startQualityImport(system, { fileName: "many.json", bytes: Buffer.from(JSON.stringify(many)), dryRun: false });
    if (!started.ok) throw new Error("not started");
    const id = started.value.importId;
    const stopped = await runQualityImport(id, { onProgress: () => void stopQualityImport(cast.registrar, id) });
    expect(["stopped", "finished"]).toContain(stopped);
    await resumeQualityImport(cast.registrar, id);
    await Promise.all([runQualityImport(id), hand(many), hand(many)]);
    expect([await known(), await count("quality_reports"), await count("quality_import_rows")]).toEqual([450, 450, 450 * 3 + 4]);
  });

  it("is for registrars and administrators of authorities, and seen by their authorities", async () => {
    const bytes = Buffer.from(JSON.stringify([report()]));
    const auditor = await aMember(cast.provider.authorityId, "auditor");
    const manager = await aMember(cast.provider.id, "manager");
    for (const actor of [auditor, manager])
      expect(await startQualityImport(actor, { fileName: "x", bytes, dryRun: true })).toMatchObject({ ok: false });
    const id = await hand([report()], { actor: await aMember(cast.provider.authorityId, "administrator") });
    expect(await stopQualityImport(auditor, id)).toMatchObject({ ok: false, problems: [{ code: "notAllowed" }] });
    expect(await stopQualityImport(manager, id)).toMatchObject({ ok: false, problems: [{ code: "qualityImportUnknown" }] });
    expect(await findQualityImportFor(manager, id)).toBeUndefined();
    expect((await listQualityImports(manager, { limit: 5, offset: 0 })).total).toBe(0);
    expect((await listReports(manager, qualityQuery.parse({}))).total).toBe(0);
    expect((await listReports(auditor, qualityQuery.parse({ q: "qai r-1" }))).total).toBe(1);
  });
});

describe("an equal name", () => {
  const nameOf = async (one: Cast) =>
    (
      await db.execute<{ name: string }>(
        sql`select t.value as name from known_names n, jsonb_each_text(n.name) t where n.organisation_id = ${one.provider.id} limit 1`,
      )
    )[0]?.name ?? "";
  /** Both test providers are called alike. One authority answers for both, the other for the second alone. */
  const namedReport = async () =>
    report({ institutions: [{ deqar_id: "DEQARINST0009", name_official: (await nameOf(cast)).toUpperCase() }] });

  it("is proposed to the authority that answers for it, and matched by nobody but its registrar", async () => {
    await hand([await namedReport()]);
    expect(await shown(cast)).toEqual([]);
    const { report: found, subject } = await proposal(cast);
    expect(found?.subjects[0]?.candidates.map(({ id }) => id).sort()).toEqual([cast.provider.id, other.provider.id].sort());
    const theirs = await findReport(cast.elsewhere, found?.key ?? "");
    expect(theirs?.subjects[0]?.candidates.map(({ id }) => id)).toEqual([other.provider.id]);
    const id = cast.provider.id;
    const [auditor, manager] = [await aMember(cast.provider.authorityId, "auditor"), await aMember(id, "manager")];
    expect(await confirmMatch(cast.elsewhere, subject, id)).toMatchObject({ ok: false, problems: [{ code: "qualityProposalUnknown" }] });
    expect(await confirmMatch(manager, subject, id)).toMatchObject({ ok: false, problems: [{ code: "qualityProposalUnknown" }] });
    expect(await confirmMatch(auditor, subject, id)).toMatchObject({ ok: false, problems: [{ code: "notAllowed" }] });
    expect(await confirmMatch(cast.registrar, "nonsense", id)).toMatchObject({ ok: false });
    await db
      .insert(organisationConflicts)
      .values({ organisationId: id, personId: personIdOf(cast.registrar) ?? "", reason: "I taught there." } as never);
    expect((await confirmMatch(cast.registrar, subject, id)).ok).toBe(false);
    expect(await shown(cast)).toEqual([]);
  });

  it("is confirmed once, however often, and becomes an identifier with its source by which other reports are found", async () => {
    await hand([await namedReport(), report({ local_identifier: "R-2", institutions: [{ deqar_id: "9" }] })]);
    const { subject } = await proposal(cast);
    const twice = await Promise.all([1, 2].map(() => confirmMatch(cast.registrar, subject, cast.provider.id)));
    expect(twice).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    const held = await db.execute(
      sql`select scheme, value, source from organisation_identifiers where organisation_id = ${cast.provider.id} and scheme = 'deqarinst'`,
    );
    expect([...held]).toEqual([{ scheme: "deqarinst", value: "DEQARINST0009", source: "QAI R-1" }]);
    expect((await shown(cast)).map(({ localIdentifier }) => localIdentifier)).toEqual(["R-1", "R-2"]);
    expect(await count("events where type in ('quality.matched', 'organisation.identified')")).toBe(2);
    // What the register knew before is what it says of that moment.
    expect(await listQualityReports(cast.provider.id, "2026-01-01", "2026-01-01T00:00:00.000000Z")).toEqual([]);
  });

  it("is rejected for good, and not proposed when the file comes again", async () => {
    await hand([await namedReport()]);
    const { subject } = await proposal(cast);
    expect((await rejectMatch(cast.registrar, subject, cast.provider.id)).ok).toBe(true);
    expect((await rejectMatch(cast.registrar, subject, cast.provider.id)).ok).toBe(true);
    expect(await confirmMatch(cast.registrar, subject, cast.provider.id)).toMatchObject({
      ok: false,
      problems: [{ code: "qualityProposalSettled" }],
    });
    await hand([{ ...(await namedReport()), decision: "2" }]);
    const { report: found } = await proposal(cast);
    expect(found?.subjects[0]?.candidates.map(({ id }) => id)).toEqual([other.provider.id]);
    expect((await listReports(cast.elsewhere, qualityQuery.parse({ state: "proposed" }))).total).toBe(1);
  });

  it("does not take an identifier from whoever holds it", async () => {
    await hand([await namedReport()]);
    const { subject } = await proposal(cast);
    await identify(other, "deqarinst", "DEQARINST0009", "[2025-01-01,)");
    expect(await confirmMatch(cast.registrar, subject, cast.provider.id)).toMatchObject({
      ok: false,
      problems: [{ code: "qualityIdentifierHeld" }],
    });
  });
});

it("shows the report about a predecessor on its successor as such", async () => {
  await identify(other, "eter", "BE0035");
  await hand([report({ institutions: [{ eter_id: "BE0035" }] })]);
  await db.execute(
    sql`insert into organisation_successions (predecessor_id, successor_id, kind, valid) values (${other.provider.id}, ${cast.provider.id}, 'absorbed', '[2024-01-01,)')`,
  );
  expect((await shown(cast)).map(({ predecessor }) => predecessor?.slug)).toEqual([other.provider.slug]);
  expect((await shown(other)).map(({ predecessor }) => predecessor)).toEqual([null]);
});

it("stands in the API's answer about an organisation, as the description says, and not in that of a day before it was known", async () => {
  await identify(cast, "deqarinst", "DEQARINST0001");
  await hand([report({ programmes: [{ name_primary: "Care", qf_ehea_level: "1", workload_ects: "4.5" }] })]);
  const ask = async (query = "") => {
    const answer = await getOrganisation(
      new Request(`http://localhost/api/v1/register/organisations/${cast.provider.slug}${query}`),
      cast.provider.slug,
    );
    return organisationAnswer.parse(await answer.json()).qualityReports;
  };
  expect(await ask()).toMatchObject([
    { localIdentifier: "R-1", holds: true, lastDay: null, matchedBy: { scheme: "deqarinst" }, programmes: [{ cycle: 1, ects: 4.5 }] },
  ]);
  expect(await ask("?validOn=2019-01-01")).toMatchObject([{ holds: false }]);
  expect(await ask("?asKnownOn=2025-06-01")).toEqual([]);
});

const real = path.resolve("../shared/data/deqar");
const hasReal = existsSync(real);
if (!hasReal) process.stderr.write(`${real} is not here: the tests on DEQAR's own files are skipped\n`);

describe.skipIf(!hasReal)("DEQAR's own files", () => {
  const file = (name: string) => readFileSync(path.join(real, name), "utf8");
  beforeAll(() => undefined);

  it("are taken as far as they hold", async () => {
    await emptyDatabase();
    cast = await aDecidedProvider();
    await identify(cast, "eter", "BE0035");
    expect(await countQualityOutcomes(await hand(file("agencies_2019.csv")))).toEqual({ added: 46, refused: 1 });
    const activities = await countQualityOutcomes(await hand(file("agency_activities_2019.csv")));
    expect((activities.added ?? 0) > 100).toBe(true);
    await hand(file("DEQARActivityGroups.csv"));
    expect(await countQualityOutcomes(await hand(file("csv/test_valid.csv")))).toEqual({ added: 2 });
    expect(await countQualityOutcomes(await hand(file("csv/test_invalid.csv")))).toEqual({ unchanged: 2 });
    for (const name of ["institutional", "institutional_programme", "joint_programme", "programme"])
      expect((await countQualityOutcomes(await hand(file(`json_examples/${name}.json`)))).refused, name).toBeUndefined();
    expect((await shown(cast)).map(({ localIdentifier }) => localIdentifier)).toEqual(["CRDB-October14"]);
  });
});
