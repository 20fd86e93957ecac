import { and, eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db";
import {
  accreditations,
  decisionDrafts,
  decisions,
  events,
  memberships,
  notices,
  offerings,
  registrations,
  vocabularyTerms,
} from "@/db/schema";
import type { Actor } from "@/lib/auth/permissions";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { addDays } from "@/lib/days/days";
import { findDraft } from "@/lib/decisions/drafts/queries";
import { dryRun } from "@/lib/decisions/dry-run/queries";
import type { SentForm } from "@/lib/decisions/kinds/words";
import { findOverseen } from "@/lib/decisions/queries";
import { emptyDatabase } from "@/lib/testing/database";
import { aDecidedProvider, aForm } from "@/lib/testing/deciding";
import { anOffering } from "@/lib/testing/offerings";
import { aProvider, only } from "@/lib/testing/registry";
import { factsOf } from "@/lib/visibility/queries";
import { declareConflict, discardDraft, draftDecision, signDecision } from "./commands";

const day = today();
const soon = addDays(day, 10);
let crew: Awaited<ReturnType<typeof aDecidedProvider>>;
const slug = () => crew.provider.slug;

beforeEach(async () => {
  await emptyDatabase();
  crew = await aDecidedProvider();
});

async function drafted(form: SentForm, actor: Actor = crew.registrar): Promise<string> {
  const made = await draftDecision(actor, slug(), form, crypto.randomUUID());
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value.id;
}

async function run(id: string, actor: Actor = crew.registrar) {
  const provider = await findOverseen(actor, slug());
  const draft = provider && (await findDraft(actor, provider, id));
  if (!provider || !draft) throw new Error("no draft");
  const shown = await dryRun(db, provider, draft);
  if (!shown.ok) throw new Error(JSON.stringify(shown.problems));
  return shown.value;
}

async function signed(form: SentForm): Promise<number> {
  const id = await drafted(form);
  const answer = await signDecision(crew.registrar, slug(), id, (await run(id)).fingerprint);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value.number;
}

const suspend = (change: Record<string, string> = {}) =>
  aForm("suspend", { from: day, end: "open", reviewOn: addDays(day, 90), scope: "all", ...change });
const names = (name: string) => Object.fromEntries(country.languages.map((language) => [language, `${name} ${language}`]));
const visible = async () => await db.$count(offerings, sql`${offerings.visible} @> now()`);

describe("signing", () => {
  it("accredits by a quality label as it is called on the day, and not on a day on which it does not hold", async () => {
    const rows = [
      { names: names("Care"), valid: `[2020-01-01,${soon})` },
      { names: names("Good care"), valid: `[${soon},${addDays(soon, 30)})` },
    ];
    await db
      .insert(vocabularyTerms)
      .values(rows.map((row) => ({ ...row, kind: "label" as const, code: "label-care", givenBy: "Council" })));
    const accredit = (from: string, standard = "label-care") =>
      aForm("accredit", { from, end: "open", standard, type: "institutional-license", levels: "5" });
    const drafting = async (form: SentForm) => await draftDecision(crew.registrar, slug(), form, crypto.randomUUID());
    const wrong = [accredit(addDays(soon, 30)), accredit(day, "label-none")];
    for (const form of wrong)
      expect(await drafting(form)).toMatchObject({ ok: false, problems: [{ code: "labelNotHoldingThen", field: "standard" }] });
    await signed(accredit(soon));
    expect(await db.select().from(accreditations).where(eq(accreditations.standard, "label-care"))).toMatchObject([
      { title: { en: "Good care en" }, standardLabel: { nl: "Good care nl" } },
    ]);
    // Between the draft and the signature it was ended: what was shown is not signed.
    const late = await drafted(accredit(day));
    const shown = await run(late);
    await db.execute(sql`update vocabulary_terms set valid = daterange(lower(valid), current_date - 1) where lower(valid) = '2020-01-01'`);
    expect(await signDecision(crew.registrar, slug(), late, shown.fingerprint)).toMatchObject({
      ok: false,
      problems: [{ code: "labelNotHoldingThen" }],
    });
  });

  it("does what the dry run showed, tells the provider, and reinstatement brings back exactly what was there", async () => {
    for (const eqf of [4, 5, 6]) await anOffering(crew.provider, { content: { eqf: eqf as 4 }, sessions: [{ startsOn: soon }] });
    await anOffering(crew.provider, { status: "withdrawn" });
    const before = await factsOf(db, [crew.provider.id]);
    const was = await db.select({ id: offerings.id, visible: offerings.visible }).from(offerings).orderBy(offerings.id);

    const id = await drafted(suspend());
    const shown = await run(id);
    expect(shown.touched.map(({ outcome }) => outcome)).toEqual(["leaves", "leaves", "leaves"]);
    expect(shown).toMatchObject({ statuses: { published: 3, withdrawn: 1 }, sessions: { ahead: 3, mayNoLongerStart: 3 } });
    expect(shown.days).toMatchObject([{ day, counts: { leaves: 3 } }]);
    expect(await visible()).toBe(3);
    const answer = await signDecision(crew.registrar, slug(), id, shown.fingerprint);
    expect(answer.ok).toBe(true);
    expect(await visible()).toBe(0);
    const [decision] = await db.select().from(decisions).where(eq(decisions.kind, "suspend"));
    expect(decision).toMatchObject({ reviewOn: addDays(day, 90), reasons: { en: "Because." }, signedById: crew.registrar.personId });
    expect(await db.select({ kind: notices.kind, to: notices.personId }).from(notices)).toEqual([
      { kind: "register-decided", to: crew.manager.personId },
    ]);

    await signed(aForm("reinstate", { from: day, decision: decision?.id ?? "" }));
    expect(await db.select({ id: offerings.id, visible: offerings.visible }).from(offerings).orderBy(offerings.id)).toEqual(was);
    const strip = (facts: typeof before) =>
      JSON.stringify([...facts.values()], (key, value) => (["id", "recorded", "decisionId"].includes(key) ? undefined : value));
    const after = (await factsOf(db, [crew.provider.id])).get(crew.provider.id);
    const on = (given: string) => after?.registrations.filter(({ valid }) => valid.from !== null && valid.from <= given).at(-1)?.status;
    expect(on(day)).toBe("registered");
    expect(strip(new Map([["x", { ...after, registrations: [] } as never]]))).toBe(
      strip(new Map([["x", { ...before.get(crew.provider.id), registrations: [] } as never]])),
    );
    const [back] = await db.select().from(decisions).where(eq(decisions.kind, "reinstate"));
    expect(back?.supersedesId).toBe(decision?.id);
  });

  it("happens once, however often and by however many it is clicked", async () => {
    const id = await drafted(suspend());
    const { fingerprint } = await run(id);
    const answers = await Promise.all(
      [crew.registrar, crew.registrar, crew.colleague].map((actor) => signDecision(actor, slug(), id, fingerprint)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await db.$count(decisions, eq(decisions.kind, "suspend"))).toBe(1);
    expect(await draftDecision(crew.registrar, slug(), suspend(), id)).toEqual({ ok: false, problems: [{ code: "decisionDraftUnknown" }] });
  });

  it("signs nothing where something has changed since it was shown, and keeps the draft", async () => {
    const id = await drafted(suspend());
    const { fingerprint } = await run(id);
    await anOffering(crew.provider);
    expect(await signDecision(crew.registrar, slug(), id, fingerprint)).toEqual({ ok: false, problems: [{ code: "dryRunOutdated" }] });
    expect(await db.$count(decisions, eq(decisions.kind, "suspend"))).toBe(0);
    const again = await run(id);
    expect(again.touched).toHaveLength(1);
    expect((await signDecision(crew.registrar, slug(), id, again.fingerprint)).ok).toBe(true);
  });

  it("of two drafts of one moment signs the first, and shows the second anew", async () => {
    const [one, other] = [await drafted(suspend()), await drafted(suspend({ from: soon }))];
    const [first, second] = [await run(one), await run(other)];
    await anOffering(crew.provider);
    const answers = [
      await signDecision(crew.registrar, slug(), one, (await run(one)).fingerprint),
      await signDecision(crew.colleague, slug(), other, second.fingerprint),
    ];
    expect(first.fingerprint).not.toBe(second.fingerprint);
    expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
  });

  it("limits a part with a warning, which those offerings carry and no others", async () => {
    await anOffering(crew.provider, { slug: "digital", content: { fields: ["0613"] } });
    await anOffering(crew.provider, { slug: "garden", content: { fields: ["0812"] } });
    const until = addDays(day, 60);
    const limit = { from: day, end: "until", until, reviewOn: addDays(day, 30), scope: "some", field: ["06"], effect: "warning" };
    const id = await drafted(aForm("limit", limit));
    const shown = await run(id);
    expect(shown.touched.map(({ offering, outcome }) => [offering.slug, outcome])).toEqual([["digital", "warned"]]);
    expect(shown.days.map((one) => one.day)).toEqual([day, addDays(until, 1)]);
    await signDecision(crew.registrar, slug(), id, shown.fingerprint);
    expect(await visible()).toBe(2);
    const facts = (await factsOf(db, [crew.provider.id])).get(crew.provider.id);
    expect(facts?.restrictions).toMatchObject([{ effect: "warning", fields: ["06"], valid: { from: day, until: addDays(until, 1) } }]);
  });
});

describe("who decides", () => {
  it("is a registrar of an authority that answers for the provider: to others it is not there", async () => {
    const form = suspend();
    const unknown = { ok: false, problems: [{ code: "overseenProviderUnknown" }] };
    expect(await draftDecision(crew.elsewhere, slug(), form, crypto.randomUUID())).toEqual(unknown);
    expect(await draftDecision(crew.manager, slug(), form, crypto.randomUUID())).toEqual(unknown);
    expect(await draftDecision(crew.auditor, slug(), form, crypto.randomUUID())).toEqual({ ok: false, problems: [{ code: "notAllowed" }] });
    const id = await drafted(form);
    const { fingerprint } = await run(id);
    expect(await signDecision(crew.elsewhere, slug(), id, fingerprint)).toEqual(unknown);
    expect(await signDecision(crew.auditor, slug(), id, fingerprint)).toEqual({ ok: false, problems: [{ code: "notAllowed" }] });
    expect(await discardDraft(crew.elsewhere, slug(), id)).toEqual(unknown);
    expect(await findOverseen(crew.elsewhere, slug())).toBeUndefined();
    expect(await findOverseen(crew.auditor, slug())).toBeDefined();
    expect(await db.$count(decisions, eq(decisions.kind, "suspend"))).toBe(0);
  });

  it("in Brussels is either of two authorities", async () => {
    crew = await aDecidedProvider({ nuts: "BE100" });
    expect(await findOverseen(crew.registrar, slug())).toBeDefined();
    expect(await findOverseen(crew.elsewhere, slug())).toBeUndefined();
  });

  it("is nobody who belongs to the provider, or declared a conflict", async () => {
    const id = await drafted(suspend());
    const { fingerprint } = await run(id);
    await db.insert(memberships).values({ personId: crew.colleague.personId, organisationId: crew.provider.id, role: "viewer" });
    expect(await signDecision(crew.colleague, slug(), id, fingerprint)).toEqual({ ok: false, problems: [{ code: "ownOrganisation" }] });
    for (const reason of ["My sister teaches there.", "Again."])
      expect(await declareConflict(crew.registrar, slug(), reason)).toEqual({ ok: true, value: null });
    expect(await signDecision(crew.registrar, slug(), id, fingerprint)).toEqual({ ok: false, problems: [{ code: "conflictDeclared" }] });
    expect(await draftDecision(crew.registrar, slug(), suspend(), crypto.randomUUID())).toMatchObject({
      problems: [{ code: "conflictDeclared" }],
    });
    expect(await db.$count(events, eq(events.type, "conflict.declared"))).toBe(1);
    expect(await declareConflict(crew.elsewhere, slug(), "None of mine.")).toMatchObject({
      problems: [{ code: "overseenProviderUnknown" }],
    });
  });

  it("takes back no decision of another authority", async () => {
    const [row] = await db.select().from(decisions).limit(1);
    await db.insert(decisions).values({
      kind: "suspend",
      authorityId: crew.elsewhere.organisationId ?? "",
      organisationId: crew.provider.id,
      decidedOn: day,
      effectiveFrom: day,
    });
    const [foreign] = await db
      .select()
      .from(decisions)
      .where(and(eq(decisions.kind, "suspend"), eq(decisions.authorityId, crew.elsewhere.organisationId ?? "")));
    expect(row).toBeDefined();
    expect(
      await draftDecision(crew.registrar, slug(), aForm("reinstate", { from: day, decision: foreign?.id ?? "" }), crypto.randomUUID()),
    ).toMatchObject({
      problems: [{ code: "decisionUnknown" }],
    });
  });
});

describe("what is not understood", () => {
  it.each([
    ["a kind", { kind: "abolish" }, "valueNotAccepted"],
    ["a day", { from: "tomorrow" }, "dayNotUnderstood"],
    ["a day that is over", { from: "2020-01-01" }, "effectiveInThePast"],
    ["an end before its beginning", { end: "until", until: "2020-01-01" }, "endsBeforeItBegins"],
    ["no end", { end: "" }, "endMissing"],
    ["no review", { reviewOn: "" }, "reviewMissing"],
    ["a part of nothing", { scope: "some" }, "scopeMissing"],
    ["an offering of others", { scope: "some", offering: "elsewhere" }, "offeringOfProviderMissing"],
    ["a language that is missing", { "statement.de": " " }, "statementMissing"],
    ["no reasons", { "reasons.en": "" }, "reasonsMissing"],
    ["a document nowhere", { documentUrl: "javascript:alert(1)" }, "documentUrlNotUnderstood"],
  ])("is %s", async (_, change, code) => {
    const refused = await draftDecision(crew.registrar, slug(), suspend(change as never), crypto.randomUUID());
    expect(refused).toMatchObject({ ok: false });
    expect(!refused.ok && refused.problems.map((problem) => problem.code)).toContain(code);
    expect(await db.$count(decisionDrafts)).toBe(0);
  });
});

it("takes back a decision although the one before it did not say its changes as data yet", async () => {
  const old = await aProvider({ slug: "old-college" });
  const authorityId = crew.provider.authorityId;
  await db.execute(sql`update registrations set recorded = tstzrange(lower(recorded), '2025-01-01') where provider_id = ${old.id}`);
  const decisionId = only(
    await db
      .insert(decisions)
      .values({ kind: "register", authorityId, organisationId: old.id, decidedOn: "2025-01-01", effectiveFrom: "2020-01-01" })
      .returning(),
  ).id;
  await db
    .insert(registrations)
    .values({ providerId: old.id, authorityId, status: "registered", valid: "[2020-01-01,)", recorded: "[2025-01-01,)", decisionId });
  await anOffering(old);
  const before = await visible();
  const decideOn = async (form: SentForm) => {
    const id = crypto.randomUUID();
    await draftDecision(crew.registrar, old.slug, form, id);
    const provider = await findOverseen(crew.registrar, old.slug);
    const draft = provider && (await findDraft(crew.registrar, provider, id));
    const shown = provider && draft && (await dryRun(db, provider, draft));
    return await signDecision(crew.registrar, old.slug, id, shown?.ok ? shown.value.fingerprint : "");
  };
  expect((await decideOn(suspend())).ok).toBe(true);
  expect(await visible()).toBe(before - 1);
  const [taken] = await db
    .select()
    .from(decisions)
    .where(and(eq(decisions.kind, "suspend"), eq(decisions.organisationId, old.id)));
  expect((await decideOn(aForm("reinstate", { from: day, decision: taken?.id ?? "" }))).ok).toBe(true);
  expect(await visible()).toBe(before);
});
