import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { applications, files, type MemberRole } from "@/db/schema";
import { openEvidence } from "@/lib/applications/evidence/commands";
import type { Actor } from "@/lib/auth/permissions";
import { beginSignIn } from "@/lib/auth/sign-ins/commands";
import { findOversight } from "@/lib/authorities/queries";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { type NewEvent, recordEvents } from "@/lib/events/commands";
import { parseCsv } from "@/lib/imports/csv";
import { anApplication } from "@/lib/testing/applications";
import { declareAll } from "@/lib/testing/casework";
import { emptyDatabase } from "@/lib/testing/database";
import { anOffering } from "@/lib/testing/offerings";
import { aMember, aPerson } from "@/lib/testing/people";
import { anOrganisation, aProvider, only, type TestProvider } from "@/lib/testing/registry";
import { beginTrailExport } from "./exporting/commands";
import { trailHeader, trailLines } from "./exporting/csv";
import { type TrailFilter, trailQuery } from "./input";
import { nameTrail } from "./naming/queries";
import { listTrail, readTrail } from "./queries";

let flemish: string;
let french: string;
let provider: TestProvider;
let elsewhere: TestProvider;

const keeper = async () => ({ ...(await aMember(flemish, "administrator")), keeps: true });

beforeEach(async () => {
  await emptyDatabase();
  flemish = await anOrganisation("leerpadenraad", { en: "Paths Council" }, { roles: ["competent-authority"], nuts: "BE2" });
  french = await anOrganisation("conseil-des-parcours", { en: "Pathways Council" }, { roles: ["competent-authority"], nuts: "BE3" });
  provider = await aProvider({ slug: "garden", nuts: "BE234" });
  elsewhere = await aProvider({ slug: "verger", name: { en: "Orchard School" }, nuts: "BE332" });
});

const record = (actor: Actor, ...happened: NewEvent[]) => db.transaction((tx) => recordEvents(tx, actor, happened));
const filter = (given: Partial<TrailFilter> = {}): TrailFilter => trailQuery.parse(given);
async function shown(actor: Actor, given: Partial<TrailFilter> = {}) {
  return (await listTrail(actor, filter(given), null))?.rows.map(({ type, subject }) => `${subject}: ${type}`);
}

/** Something that a manager did, at each of the two providers, and what the first authority did itself. */
async function past() {
  const [manager, other] = [await aMember(provider.id, "manager", "mia@garden.example"), await aMember(elsewhere.id, "manager")];
  const soil = await anOffering(provider, { slug: "soil-science" });
  const pruning = await anOffering(elsewhere, { slug: "pruning" });
  const administrator = await aMember(flemish, "administrator");
  const auditor = await aMember(flemish, "auditor");
  await record(manager, { type: "offering.published", subject: "offering", subjectId: soil, organisationId: provider.id });
  await record(other, { type: "offering.archived", subject: "offering", subjectId: pruning, organisationId: elsewhere.id });
  await record(auditor, {
    type: "member.changed",
    subject: "person",
    subjectId: administrator.personId,
    organisationId: flemish,
    before: { role: "analyst" },
    after: { role: "administrator" },
  });
  return { manager, other, soil, pruning, administrator, auditor };
}

test("an authority sees what it and those that it answers for did; the keeper everything; others have no trail", async () => {
  const { administrator, auditor, manager } = await past();
  const own = ["person: member.changed", "offering: offering.published"];
  for (const actor of [administrator, auditor])
    expect(
      (await shown(actor))?.filter((line) => !line.includes("organisation.decided") && line !== "offering: offering.published"),
    ).toEqual([own[0]]);
  expect(await shown(administrator)).toContain("offering: offering.published");
  expect(await shown(administrator)).not.toContain("offering: offering.archived");
  expect(await shown(await aMember(french, "administrator"))).toContain("offering: offering.archived");
  expect(await shown(await aMember(french, "administrator"))).not.toContain("person: member.changed");
  expect(await shown(await keeper())).toEqual(expect.arrayContaining([...own, "offering: offering.archived"]));
  for (const role of ["registrar", "analyst", "assessor"] satisfies MemberRole[])
    expect(await shown(await aMember(flemish, role))).toBeUndefined();
  const guidance = await anOrganisation("guidance", null, { roles: ["guidance-service"] });
  for (const actor of [manager, await aPerson(), await aMember(guidance, "administrator")]) expect(await shown(actor)).toBeUndefined();
});

test("it is searched by who, what, on what, for whom and when", async () => {
  const { administrator, manager, soil } = await past();
  const archived = ["offering: offering.archived"];
  const found = async (given: Partial<TrailFilter>) =>
    (await shown(await keeper(), given))?.filter((line) => !line.startsWith("organisation:"));
  expect(await found({ person: "MIA@garden" })).toEqual(["offering: offering.published"]);
  expect(await found({ person: manager.personId })).toEqual(["offering: offering.published"]);
  expect(await found({ person: administrator.email })).toEqual(["person: member.changed"]);
  expect(await found({ person: "nobody of that name" })).toEqual([]);
  expect(await found({ type: "offering.archived" })).toEqual(archived);
  expect(await found({ type: "people" })).toEqual(["person: member.changed"]);
  expect(await found({ subject: "offering", record: "SOIL-sci" })).toEqual(Array(2).fill("offering: offering.published"));
  expect(await found({ record: soil, type: "offering.published" })).toHaveLength(2);
  expect(await found({ organisation: "orchard", type: "offering.archived" })).toEqual(archived);
  expect(await found({ organisation: "orchard", type: "people" })).toEqual([]);
  expect(await found({ from: today(), type: "offering.archived" })).toEqual(archived);
  expect(await found({ from: addDays(today(), 1) })).toEqual([]);
  expect(await found({ to: addDays(today(), -1) })).toEqual([]);
  expect(await found({ from: "soon" })).toEqual([]);
});

test("accounts without an organisation are seen by those who answer for the person", async () => {
  const member = await aMember(provider.id, "editor");
  await record(
    { ...member, role: "person", organisationId: null },
    { type: "person.changed", subject: "person", subjectId: member.personId },
  );
  await beginSignIn(member.personId, "token", new Date(Date.now() + 1_000_000));
  expect(await shown(await aMember(flemish, "auditor"), { type: "people" })).toEqual([
    "person: person.signed-in",
    "person: person.changed",
  ]);
  expect(await shown(await aMember(french, "auditor"), { type: "people" })).toEqual([]);
});

test("who looked at an evidence file stands in it, with name, role and file", async () => {
  const applicant = await aPerson("applicant@garden.example");
  const registrar = await aMember(flemish, "registrar", "bram@council.example");
  const application = {
    applicantId: applicant.personId,
    authorityId: flemish,
    status: "submitted",
    content: anApplication(),
    submittedAt: new Date(),
  } as const;
  const { id: applicationId } = only(await db.insert(applications).values(application).returning({ id: applications.id }));
  const file = { name: "decision.pdf", mediaType: "application/pdf", size: 1, sha256: "0", bytes: new Uint8Array([1]) };
  const { id: fileId } = only(
    await db
      .insert(files)
      .values({ ...file, subject: "application", subjectId: applicationId })
      .returning({ id: files.id }),
  );
  expect((await openEvidence(applicant, applicationId, fileId))?.name).toBe("decision.pdf");
  expect(await openEvidence(registrar, applicationId, fileId)).toBeUndefined();
  await declareAll(applicationId, [registrar]);
  await openEvidence(registrar, applicationId, fileId);
  await openEvidence(await aMember(french, "registrar"), applicationId, fileId);
  const page = await listTrail(await aMember(flemish, "administrator"), filter({ type: "evidence.viewed" }), null);
  const names = await nameTrail(page?.rows ?? []);
  // Somebody who declared nothing yet, and another authority's people, opened nothing.
  expect(page?.rows.map(({ actor }) => names.actors.get(actor)?.email)).toEqual(["bram@council.example", "applicant@garden.example"]);
  expect(page?.rows[0]).toMatchObject({ subject: "application", actorRole: "registrar", after: { file: { name: "decision.pdf" } } });
});

test("pages go on where the last ended, and the file holds exactly what the filter shows", async () => {
  const administrator = await aMember(flemish, "administrator", "=cmd@council.example");
  const offering = await anOffering(provider, { slug: "soil" });
  const many = Array.from({ length: 120 }, (_, number) => number);
  await record(
    await aMember(provider.id, "manager"),
    ...many.map(
      (number): NewEvent => ({
        type: "sessions.changed",
        subject: "offering",
        subjectId: offering,
        organisationId: provider.id,
        after: { number },
      }),
    ),
  );
  const asked = filter({ type: "sessions.changed" });
  const seen: number[] = [];
  let place: Parameters<typeof listTrail>[2] = null;
  do {
    const page = await listTrail(administrator, asked, place);
    seen.push(...(page?.rows.map(({ id }) => id) ?? []));
    place = page?.older ?? null;
  } while (place);
  expect(new Set(seen).size).toBe(120);
  expect(seen).toEqual([...seen].sort((a, b) => b - a));

  const begun = await beginTrailExport(administrator, asked);
  if (!begun.ok) throw new Error("It was refused");
  let text = trailHeader();
  for await (const rows of readTrail(begun.value, asked, 50))
    text += trailLines(rows, await nameTrail(rows), { locale: "en", sentence: (type) => type });
  const [head = [], ...lines] = parseCsv(text.slice(1), ",");
  const column = (name: string) => lines.map((line) => line[head.indexOf(name)]);
  expect(column("id")).toEqual(seen.map(String));
  expect(column("after").map((after) => JSON.parse(after ?? "").number)).toEqual([...many].reverse());
  expect(await shown(administrator, { type: "trail.exported" })).toEqual(["trail: trail.exported"]);
});

test("an export asks for its own right, and for days that are days", async () => {
  const administrator = await aMember(flemish, "administrator");
  expect((await beginTrailExport(await aMember(flemish, "auditor"), filter())).ok).toBe(false);
  expect((await beginTrailExport(await aMember(provider.id, "manager"), filter())).ok).toBe(false);
  expect(await beginTrailExport(administrator, filter({ from: "2027-02-31" }))).toMatchObject({
    problems: [{ code: "dayNotUnderstood", field: "from" }],
  });
  expect(await beginTrailExport(administrator, filter({ from: "2027-02-02", to: "2027-02-01" }))).toMatchObject({
    problems: [{ code: "endsBeforeItBegins", field: "to" }],
  });
  expect(await shown(administrator, { type: "reading" })).toEqual([]);
});

test("a formula in what people typed is harmless in the file", async () => {
  const administrator = await aMember(flemish, "administrator", "plain@council.example");
  const member = await aMember(provider.id, "manager", "=1+1@garden.example");
  await record(member, { type: "key.created", subject: "key", subjectId: provider.id, organisationId: provider.id });
  const page = await listTrail(administrator, filter({ type: "key.created" }), null);
  const rows = page?.rows ?? [];
  const text = trailLines(rows, await nameTrail(rows), { locale: "en", sentence: () => "=2" });
  expect(text).not.toMatch(/(^|,)"?=/m);
});

test("the keeper alone oversees everything", async () => {
  expect(await findOversight(await aMember(flemish, "administrator"), "trail.read")).toMatchObject({ all: false });
  expect(await findOversight(await keeper(), "trail.read")).toMatchObject({ all: true });
  expect(await findOversight({ ...(await aMember(flemish, "auditor")), keeps: true }, "trail.read")).toMatchObject({ all: false });
});
