import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db";
import { decisionDrafts, decisions, offerings } from "@/db/schema";
import { listRecords } from "@/lib/catalogue/queries";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { findDraft } from "@/lib/decisions/drafts/queries";
import { dryRun } from "@/lib/decisions/dry-run/queries";
import { findOverseen } from "@/lib/decisions/queries";
import { draftDecision, signDecision } from "@/lib/decisions/signing/commands";
import { answerQuestion, findRegistered } from "@/lib/register/queries";
import { readRecord } from "@/lib/register/record/queries";
import { emptyDatabase } from "@/lib/testing/database";
import { aDecidedProvider, aForm } from "@/lib/testing/deciding";
import { anOffering } from "@/lib/testing/offerings";

const [day, yesterday] = [today(), addDays(today(), -1)];
const soon = addDays(day, 10);
type Crew = Awaited<ReturnType<typeof aDecidedProvider>>;
let crew: Crew;
beforeEach(async () => {
  await emptyDatabase();
  crew = await aDecidedProvider();
});

type Fields = Record<string, string>;
const record = (fields: Fields) => aForm("record", { from: day, end: "open", ...fields });
const named = (name: string, fields: Fields = {}) => record({ fact: "name", "name.en": name, ...fields });
const identified = (value: string, fields: Fields = {}) => record({ fact: "identifier", scheme: "deqarinst", value, ...fields });
const followed = (successor: string, fields: Fields = {}) => record({ fact: "succession", how: "absorbed", successor, ...fields });

async function run(fields: ReturnType<typeof record>, { registrar, provider: { slug } }: Crew = crew) {
  const made = await draftDecision(registrar, slug, fields, crypto.randomUUID());
  if (!made.ok) throw new Error(made.problems.map(({ code }) => code).join());
  const provider = await findOverseen(registrar, slug);
  const draft = provider && (await findDraft(registrar, provider, made.value.id));
  const shown = provider && draft && (await dryRun(db, provider, draft));
  if (!shown?.ok) throw new Error("no dry run");
  return { id: made.value.id, ...shown.value };
}

async function sign(fields: ReturnType<typeof record>, of: Crew = crew) {
  const { id, fingerprint } = await run(fields, of);
  return await signDecision(of.registrar, of.provider.slug, id, fingerprint);
}

async function refusal(fields: ReturnType<typeof record>): Promise<string[]> {
  const made = await draftDecision(crew.registrar, crew.provider.slug, fields, crypto.randomUUID());
  expect(await db.$count(decisionDrafts, sql`decision_id is null`)).toBe(0);
  return made.ok ? [] : made.problems.map(({ code, field }) => `${code} ${field}`);
}

const told = async (validOn: string, asKnownOn: string | null = null, { slug } = crew.provider) => {
  const found = await readRecord(slug, { validOn, asKnownOn });
  if (!found) throw new Error("not in the register");
  return { ...found, name: found.name.en, numbers: found.identifiers.map(({ value }) => value) };
};

describe("a name", () => {
  it("holds from its day on, and the register answers old days, and what it knew before, with the old one", async () => {
    const asked = { eqf: 5, field: null, validOn: soon, asKnownOn: yesterday };
    const registered = await findRegistered(crew.provider.slug);
    const before = registered && (await answerQuestion(registered, asked));
    await anOffering(crew.provider);
    const shown = await run(named("Orchard College", { from: soon }));
    expect(shown.name).toEqual({ was: { en: "Garden College" }, now: { en: "Orchard College" }, from: soon });
    expect([shown.statuses.published, shown.touched]).toEqual([1, []]);

    expect(await signDecision(crew.registrar, crew.provider.slug, shown.id, shown.fingerprint)).toMatchObject({ ok: true });
    expect(await signDecision(crew.registrar, crew.provider.slug, shown.id, shown.fingerprint)).toMatchObject({ ok: true });
    expect(await db.$count(decisions, eq(decisions.kind, "record"))).toBe(1);
    expect((await told(day)).name).toBe("Garden College");
    expect((await told(soon)).name).toBe("Orchard College");
    expect((await told(soon, yesterday)).name).toBe("Garden College");
    expect(registered && (await answerQuestion(registered, asked))).toEqual(before);
  });

  it("is shown by the catalogue on the day that it begins and found before, and pages turn on that day", async () => {
    await anOffering(crew.provider);
    const [offering] = await db.select({ id: offerings.id }).from(offerings);
    const ids = [offering?.id ?? ""];
    await sign(named("Orchard College", { from: soon }));
    const [now] = await listRecords(db, ids, day);
    const [then] = await listRecords(db, ids, soon);
    expect(now?.provider.names.at(-1)).toEqual({ en: "Garden College" });
    expect(then?.provider.names.at(-1)).toEqual({ en: "Orchard College" });
    expect(now?.provider.names).toContainEqual({ en: "Orchard College" });
    expect(now?.accreditationTurns).toBe(soon);
  });

  it("of some days past leaves the others what they were called", async () => {
    await sign(named("Orchard College", { from: "2023-01-01", end: "until", until: "2023-12-31" }));
    const names = ["2022-12-31", "2023-01-01", "2023-12-31", "2024-01-01"].map(async (on) => (await told(on)).name);
    expect(await Promise.all(names)).toEqual(["Garden College", "Orchard College", "Orchard College", "Garden College"]);
  });

  it("that it has already is no decision, and a recorded fact is not taken back but recorded again", async () => {
    expect(await refusal(named("Garden College"))).toEqual(["decisionChangesNothing undefined"]);
    await sign(named("Orchard College"));
    const [made] = await db.select().from(decisions).where(eq(decisions.kind, "record"));
    const back = aForm("correct", { what: "decision", decision: made?.id ?? "", from: day });
    expect(await refusal(back)).toEqual(["decisionUnknown decision"]);
    await sign(named("Garden College"));
    expect((await told(day)).name).toBe("Garden College");
  });
});

describe("an identifier", () => {
  it("finds the organisation for its days, and recorded again it has the right ones", async () => {
    await sign(identified("DEQARINST0101", { from: "2023-01-01" }));
    expect((await findRegistered("deqarinst:DEQARINST0101"))?.id).toBe(crew.provider.id);
    expect([(await told("2022-12-31")).numbers, (await told("2023-01-01")).numbers]).toEqual([[], ["DEQARINST0101"]]);
    expect((await told("2023-01-01", yesterday)).numbers).toEqual([]);
    await sign(identified("DEQARINST0101", { from: "2024-01-01", end: "until", until: "2024-12-31" }));
    const days = ["2023-01-01", "2024-01-01", "2024-12-31", "2025-01-01"].map(async (on) => (await told(on)).numbers.length);
    expect(await Promise.all(days)).toEqual([0, 1, 1, 0]);
  });

  it("that was a mistake is taken out, and another organisation may have it then", async () => {
    const other = await aDecidedProvider();
    await sign(identified("DEQARINST0101"));
    const made = await draftDecision(other.registrar, other.provider.slug, identified("deqarinst0101"), crypto.randomUUID());
    expect(made).toMatchObject({ problems: [{ code: "identifierHeldByAnother", field: "value" }] });
    await sign(aForm("record", { fact: "mistake", thing: "identifier deqarinst:DEQARINST0101" }));
    expect((await told(day)).numbers).toEqual([]);
    expect(await sign(identified("DEQARINST0101"), other)).toMatchObject({ ok: true });
  });

  it("is one organisation's although two record it at once", async () => {
    const other = await aDecidedProvider();
    const drafts = await Promise.all([crew, other].map((one) => run(identified("DEQARINST0101"), one)));
    const signed = await Promise.all(
      [crew, other].map((one, place) =>
        signDecision(one.registrar, one.provider.slug, drafts[place]?.id ?? "", drafts[place]?.fingerprint ?? ""),
      ),
    );
    expect(signed.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});

describe("a succession", () => {
  it("stands with both organisations, as known from then on", async () => {
    const other = await aDecidedProvider();
    await sign(followed(`https://register.example/en/register/${other.provider.slug}`));
    expect((await told(day)).successions).toMatchObject([{ slug: other.provider.slug, kind: "absorbed", on: day, later: true }]);
    expect((await told(day, null, other.provider)).successions).toMatchObject([{ slug: crew.provider.slug, later: false }]);
    expect((await told(day, yesterday)).successions).toEqual([]);
    await sign(followed(other.provider.slug, { how: "merged", from: "2024-01-01" }));
    expect((await told(day)).successions).toMatchObject([{ kind: "merged", on: "2024-01-01" }]);
    await sign(aForm("record", { fact: "mistake", thing: `succession ${other.provider.id}` }));
    expect((await told(day)).successions).toEqual([]);
  });

  it("never leads back, not even where both are signed at once", async () => {
    const other = await aDecidedProvider();
    const sides = [
      { of: crew, form: followed(other.provider.slug) },
      { of: other, form: followed(crew.provider.slug) },
    ];
    const drafts = await Promise.all(sides.map(({ of, form }) => run(form, of)));
    const signed = await Promise.all(
      sides.map(({ of }, place) => signDecision(of.registrar, of.provider.slug, drafts[place]?.id ?? "", drafts[place]?.fingerprint ?? "")),
    );
    expect(signed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(signed.find(({ ok }) => !ok)).toMatchObject({ problems: [{ code: "successionCircular" }] });
  });
});

describe("is refused", () => {
  it.each([
    ["no fact", record({}), "factMissing fact"],
    ["no name", named(" "), "recordedNameMissing name.nl"],
    ["a name without end", named("x".repeat(301)), "applicationTextTooLong name.en"],
    ["no day", named("Orchard College", { from: "" }), "dayMissing from"],
    ["no end", named("Orchard College", { end: "" }), "endMissing end"],
    ["no scheme", identified("DEQARINST0101", { scheme: "shoe-size" }), "valueNotAccepted scheme"],
    ["an identifier that is none", identified("17"), "deqarinstWrong value"],
    ["nobody who follows", followed("nowhere"), "successorUnknown successor"],
    ["no way of following", followed("nowhere", { how: "vanished" }), "successionKindMissing how"],
    ["a mistake of what is not there", record({ fact: "mistake", thing: "registration x" }), "factUnknown thing"],
    ["no reasons", named("Orchard College", { "reasons.en": "" }), "reasonsMissing reasons.nl"],
  ])("%s", async (_, form, problem) => {
    expect(await refusal(form)).toContain(problem);
  });

  it("itself as its own successor", async () => {
    expect(await refusal(followed(crew.provider.slug))).toEqual(["successorIsItself successor"]);
  });

  it("whoever answers for another region, audits, or leads the provider", async () => {
    const form = named("Orchard College");
    const tried = [crew.elsewhere, crew.auditor, crew.manager].map((who) =>
      draftDecision(who, crew.provider.slug, form, crypto.randomUUID()),
    );
    expect((await Promise.all(tried)).map((one) => !one.ok && one.problems[0]?.code)).toEqual([
      "overseenProviderUnknown",
      "notAllowed",
      "overseenProviderUnknown",
    ]);
  });
});
