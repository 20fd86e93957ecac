import { eq, isNull, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import {
  accreditations,
  applications,
  decisions,
  events,
  files,
  memberships,
  notices,
  organisationIdentifiers,
  organisationNames,
  organisations,
  registrations,
  vocabularyTerms,
} from "@/db/schema";
import { answerAuthority, submitApplication } from "@/lib/applications/commands";
import { findOwnApplication, listHolders } from "@/lib/applications/queries";
import { personIdOf } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { findProvider } from "@/lib/providers/queries";
import { anApplication, evidenceOf } from "@/lib/testing/applications";
import { anOffice, assessed, declareAll } from "@/lib/testing/casework";
import { emptyDatabase } from "@/lib/testing/database";
import { aMember, aPerson } from "@/lib/testing/people";
import { anOrganisation } from "@/lib/testing/registry";
import { askApplicant, refuseApplicant, registerApplicant } from "./commands";
import { registrationInput } from "./input";

let noor: Awaited<ReturnType<typeof aPerson>>;
let office: Awaited<ReturnType<typeof anOffice>>;
let bram: (typeof office)["bram"];
let authorityId: string;

beforeEach(async () => {
  await emptyDatabase();
  authorityId = await anOrganisation("leerpadenraad", { en: "Council" }, { roles: ["competent-authority"] });
  noor = await aPerson("noor@example.org");
  office = await anOffice(authorityId);
  bram = office.bram;
});

const codes = (result: { ok: boolean; problems?: { code: string }[] }) => result.problems?.map(({ code }) => code) ?? "ok";

async function submitted(content = anApplication(), applicant = noor): Promise<string> {
  const [row] = await db.insert(applications).values({ applicantId: applicant.personId, content }).returning({ id: applications.id });
  const id = row?.id ?? "";
  await db.insert(files).values(evidenceOf(id));
  expect(codes(await submitApplication(applicant, id))).toBe("ok");
  return id;
}

/** Submitted and assessed: a registrar can decide. */
async function ready(content = anApplication(), applicant = noor): Promise<string> {
  const id = await submitted(content, applicant);
  await assessed(id, office);
  return id;
}

const because = (reason: string) => ({ reason: [reason] });

function stated(change: Record<string, unknown> = {}) {
  return registrationInput.parse({
    from: today(),
    accredit: "yes",
    standard: "esg",
    type: "institutional-license",
    levels: ["5", "6"],
    fields: "some",
    field: ["06"],
    end: "open",
    ...change,
  });
}

test("registering makes a provider that the public finds, accredited for what was confirmed, with the applicant as manager", async () => {
  const id = await ready();
  const registered = await registerApplicant(bram, id, stated());
  expect(registered).toEqual({ ok: true, value: { slug: "tuinschool-gent" } });

  const [provider] = await db.select().from(organisations).where(eq(organisations.slug, "tuinschool-gent"));
  expect(provider).toMatchObject({ roles: ["provider", "awarding-body"], providerType: "adult-education", town: "Gent", nuts: "BE234" });
  expect(provider?.latitude).toBeCloseTo(51.05, 1);
  const page = await findProvider("tuinschool-gent");
  expect(page).toMatchObject({ name: { nl: "Tuinschool Gent" } });
  expect(await listHolders([{ scheme: "vat", value: "be0203430576" }])).toMatchObject([{ slug: "tuinschool-gent", isProvider: true }]);
  expect(await db.select().from(memberships).where(eq(memberships.personId, noor.personId))).toMatchObject([
    { organisationId: provider?.id, role: "manager" },
  ]);
  expect(await db.select({ kind: decisions.kind }).from(decisions).orderBy(decisions.kind)).toEqual([
    { kind: "register" },
    { kind: "accredit" },
  ]);
  // The log says of a registration who it is: what was applied with comes into the register by it, and by nothing else.
  const [told] = await db.select({ changes: decisions.changes }).from(decisions).where(eq(decisions.kind, "register"));
  expect(told?.changes).toMatchObject([
    { of: "registration" },
    { of: "name", holds: { name: { nl: "Tuinschool Gent" } } },
    { of: "identifier", key: "vat:BE0203430576", holds: { scheme: "vat", value: "BE0203430576" } },
  ]);
  expect(await db.$count(organisationNames, isNull(organisationNames.decisionId))).toBe(1);
  expect(await db.$count(organisationIdentifiers, isNull(organisationIdentifiers.decisionId))).toBe(0);
  expect(await db.select().from(registrations)).toMatchObject([{ status: "registered", valid: `[${today()},)`, authorityId }]);
  expect(await db.select().from(accreditations)).toMatchObject([
    { eqfLevels: [5, 6], fields: ["06"], standard: "esg", openEnded: true, accreditingBodyId: authorityId, valid: `[${today()},)` },
  ]);
  expect(await findOwnApplication(noor, id)).toMatchObject({ status: "registered", providerSlug: "tuinschool-gent" });
  const happened = (await db.select({ type: events.type }).from(events)).map(({ type }) => type);
  for (const [type, times] of [
    ["organisation.decided", 2],
    ["application.registered", 1],
    ["member.joined", 1],
  ] as const)
    expect(
      happened.filter((one) => one === type),
      type,
    ).toHaveLength(times);
  expect(await db.execute(sql`select 1 from graphile_worker.jobs where key = 'index-catalogue'`)).toHaveLength(1);
});

test("the last day of an accreditation is the last on which it holds, and without one it is only registered", async () => {
  await registerApplicant(bram, await ready(), stated({ end: "until", until: "2099-12-31", fields: "all", field: [] }));
  expect(await db.select().from(accreditations)).toMatchObject([{ valid: `[${today()},2100-01-01)`, openEnded: false, fields: null }]);
  const other = anApplication({ identifiers: [{ scheme: "national", value: "DEMO-1" }] });
  const registered = await registerApplicant(bram, await ready(other), registrationInput.parse({ from: today() }));
  expect(registered).toEqual({ ok: true, value: { slug: "tuinschool-gent-2" } });
  expect(await db.$count(accreditations)).toBe(1);
});

test("a quality label is the standard by the name that it has on the day, where it holds then", async () => {
  const row = { kind: "label" as const, code: "label-care", names: { en: "Care" }, givenBy: "Council", valid: `[2020-01-01,${today()})` };
  await db.insert(vocabularyTerms).values(row);
  const id = await ready();
  expect(codes(await registerApplicant(bram, id, stated({ standard: "label-care" })))).toEqual(["labelNotHoldingThen"]);
  expect(await db.$count(decisions)).toBe(0);
  await db.insert(vocabularyTerms).values({ ...row, names: { en: "Good care" }, valid: `[${today()},)` });
  expect(codes(await registerApplicant(bram, id, stated({ standard: "label-care" })))).toBe("ok");
  const [made] = await db.select().from(accreditations);
  expect(made).toMatchObject({ standard: "label-care", title: { en: "Good care" }, standardLabel: { en: "Good care" } });
});

test("two registrars at once register once", async () => {
  const id = await ready();
  const { rosa: ria } = office;
  const both = await Promise.all([registerApplicant(bram, id, stated()), registerApplicant(ria, id, stated())]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.map(codes)).toContainEqual(["applicationDecided"]);
  expect(await db.$count(registrations)).toBe(1);
  expect(codes(await refuseApplicant(bram, id, because("too late")))).toEqual(["caseNotAtStage"]);
});

test("two applications with one identifier, decided at once, become one provider", async () => {
  const [one, two] = [await ready(), await ready(anApplication(), await aPerson())];
  const both = await Promise.all([registerApplicant(bram, one, stated()), registerApplicant(bram, two, stated())]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.map(codes)).toContainEqual(["identifierHeld"]);
});

test("a refusal is told with its reason and makes nothing", async () => {
  const id = await ready();
  expect(codes(await refuseApplicant(bram, id, because("No evidence of quality.")))).toBe("ok");
  expect(await findOwnApplication(noor, id)).toMatchObject({ status: "refused", reason: "No evidence of quality." });
  expect(await db.$count(registrations)).toBe(0);
  expect(codes(await registerApplicant(bram, id, stated()))).toEqual(["caseNotAtStage"]);
});

test("only a registrar of its authority decides, and nobody about their own", async () => {
  const id = await ready();
  const council = await anOrganisation("conseil-des-parcours", { en: "Other" }, { roles: ["competent-authority"] });
  const tries = async (actor: Parameters<typeof askApplicant>[0]) => [
    codes(await askApplicant(actor, id, "x")),
    codes(await refuseApplicant(actor, id, because("x"))),
    codes(await registerApplicant(actor, id, stated())),
  ];
  for (const stranger of [await aMember(council, "registrar"), noor, await aMember(authorityId, "manager")])
    expect(new Set((await tries(stranger)).flat())).toEqual(new Set(["applicationUnknown"]));
  for (const role of ["auditor", "analyst", "administrator"] as const)
    expect(new Set((await tries(await aMember(authorityId, role))).flat())).toEqual(new Set(["notAllowed"]));
  const own = await submitted(anApplication(), bram);
  expect(codes(await registerApplicant(bram, own, stated()))).toEqual(["ownApplication"]);
  expect((await findOwnApplication(noor, id))?.status).toBe("submitted");
});

test("a scope that is not stated is asked for", () => {
  const codesOf = (change: Record<string, unknown>) =>
    registrationInput
      .safeParse({ from: "2026-11-25", accredit: "yes", ...change })
      .error?.issues.map(({ message, path }) => `${String(path[0])} ${message}`);
  expect(codesOf({})).toEqual(["standard standardMissing", "type accreditationTypeMissing", "levels levelsMissing", "end endMissing"]);
  const whole = { standard: "other", type: "programme-license", levels: ["9"], fields: "some", end: "until", until: "2026-01-01" };
  expect(codesOf(whole)).toEqual([
    "label standardLabelMissing",
    "levels valueNotAccepted",
    "field fieldsOfScopeMissing",
    "until endsBeforeItBegins",
  ]);
  expect(registrationInput.safeParse({ from: "tomorrow" }).error?.issues[0]?.message).toBe("dayNotUnderstood");
});

test("whose turn it is hears of it: registrars of a sent application and of an answer, the applicant of a question and the decision", async () => {
  const id = await submitted();
  const kinds = async (personId: string | null) =>
    (
      await db
        .select({ kind: notices.kind })
        .from(notices)
        .where(eq(notices.personId, personId ?? ""))
        .orderBy(notices.id)
    ).map(({ kind }) => kind);
  expect(await kinds(personIdOf(bram))).toEqual(["application-received"]);
  await declareAll(id, [bram]);
  expect(codes(await askApplicant(bram, id, "Who teaches?"))).toBe("ok");
  expect(codes(await answerAuthority(noor, id, "Three of us."))).toBe("ok");
  await assessed(id, office);
  expect(codes(await registerApplicant(bram, id, stated()))).toBe("ok");
  expect(await kinds(personIdOf(bram))).toEqual(["application-received", "application-received", "case-to-decide"]);
  expect(await kinds(noor.personId)).toEqual(["application-questioned", "application-decided"]);
});
