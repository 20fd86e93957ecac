import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db";
import { events, feedbackAnswers, feedbackLinks, feedbackResponses, peerReviews, people } from "@/db/schema";
import type { Actor, Role } from "@/lib/auth/permissions";
import { hashOf } from "@/lib/auth/secret";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { emptyDatabase } from "@/lib/testing/database";
import { anOffering, aSession, withdraw } from "@/lib/testing/offerings";
import { aProvider, suspend, type TestProvider } from "@/lib/testing/registry";
import { giveFeedback, inviteToFeedback, mixAnswers, respondToFeedback, takeBackResponse } from "./commands";
import type { AnswerInput } from "./input";
import { overseenFeedbackQuery } from "./overseen/list";
import { listOverseenFeedback } from "./overseen/queries";
import { findFeedbackLink, findVoices } from "./public/queries";
import { findFeedback } from "./queries";
import { signReview, takeBackReview } from "./reviews/commands";
import { findReviewable, listOwnReviews } from "./reviews/queries";

const day = today();
let provider: TestProvider;
let neighbour: TestProvider;
let offering: string;
let session: string;

async function as(role: Role, organisationId: string | null = provider.id): Promise<Actor> {
  const [person] = await db
    .insert(people)
    .values({ email: `${crypto.randomUUID()}@example.org`, locale: "nl" })
    .returning({ id: people.id });
  return { id: `person:${person?.id}`, role, organisationId };
}
const code = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? "ok" : (result.problems?.[0]?.code ?? ""));
const answer: AnswerInput = { scores: { outcomes: 5, workload: 3, teaching: 4, assessment: 4, use: 5 }, text: "" };

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider({ slug: "garden-college" });
  neighbour = await aProvider({ slug: "academy" });
  offering = await anOffering(provider, { slug: "soil-care" });
  session = await aSession(offering, { startsOn: addDays(day, -60), endsOn: addDays(day, -10) });
});

async function links(count: number): Promise<string[]> {
  const made = await inviteToFeedback(await as("editor"), { sessionId: session, count }, day);
  if (!made.ok) throw new Error(code(made));
  return made.value.tokens;
}

describe("links to give feedback", () => {
  it("are shown once, kept as hashes, and end after 90 days", async () => {
    const [token = "", ...others] = await links(3);
    expect(new Set([token, ...others]).size).toBe(3);
    const kept = JSON.stringify(await db.select().from(feedbackLinks));
    expect(kept).not.toContain(token);
    expect(JSON.stringify(await db.select().from(events))).not.toContain(token);
    expect(await findFeedbackLink(token, addDays(day, 90))).toMatchObject({ original: "en" });
    expect(await findFeedbackLink(token, addDays(day, 91))).toBeUndefined();
    expect(code(await giveFeedback(token, "nl", answer, addDays(day, 91)))).toBe("feedbackLinkUsed");
  });

  it("are for those with the right; a session of others is as one that is not there", async () => {
    const ask = async (actor: Actor, sessionId = session) => code(await inviteToFeedback(actor, { sessionId, count: 1 }, day));
    expect(await ask(await as("viewer"))).toBe("notAllowed");
    expect(await ask(await as("manager", neighbour.id))).toBe("sessionUnknown");
    expect(await ask(await as("editor"), crypto.randomUUID())).toBe("sessionUnknown");
    expect(await ask(await as("editor"), "../../etc")).toBe("sessionUnknown");
    expect(await ask(await as("registrar", provider.authorityId))).toBe("sessionUnknown");
    expect(await db.$count(feedbackLinks)).toBe(0);
  });

  it("are refused while a session goes on, and beyond 500 for one, also for two who ask at once", async () => {
    const running = await aSession(offering, { startsOn: addDays(day, -1), endsOn: addDays(day, 30) });
    const editor = await as("editor");
    expect(code(await inviteToFeedback(editor, { sessionId: running, count: 1 }, day))).toBe("sessionNotOver");
    const both = await Promise.all([1, 2].map(() => inviteToFeedback(editor, { sessionId: session, count: 300 }, day)));
    expect(both.map(code).sort()).toEqual(["ok", "tooManyLinks"]);
  });

  it("ask about the version that was in force when the session began", async () => {
    await db.execute(sql`insert into versions (offering_id, number, effective_from, content, title, eqf, ects, hours, fields, modes, languages, quality, setting, completeness, search_text)
      select offering_id, 2, ${addDays(day, -30)}, content, title, eqf, ects, hours, fields, modes, languages, quality, setting, completeness, search_text from versions`);
    const later = await aSession(offering, { startsOn: addDays(day, -20), endsOn: addDays(day, -5) });
    await links(1);
    await inviteToFeedback(await as("editor"), { sessionId: later, count: 1 }, day);
    const versions = await db.select({ session: feedbackLinks.sessionId, version: feedbackLinks.versionNumber }).from(feedbackLinks);
    expect(versions).toEqual(
      expect.arrayContaining([
        { session, version: 1 },
        { session: later, version: 2 },
      ]),
    );
  });
});

describe("an answer", () => {
  it("is one a link, however many send it at once", async () => {
    const [token = ""] = await links(1);
    const all = await Promise.all(Array.from({ length: 4 }, () => giveFeedback(token, "nl", answer, day)));
    expect(all.map(code).sort()).toEqual(["feedbackLinkUsed", "feedbackLinkUsed", "feedbackLinkUsed", "ok"]);
    expect(await db.$count(feedbackAnswers)).toBe(1);
    expect(await findFeedbackLink(token, day)).toBeUndefined();
    expect(code(await giveFeedback("guessed", "nl", answer, day))).toBe("feedbackLinkUsed");
  });

  it("carries nothing but what was said, the version and the language", async () => {
    const before = await db.$count(events);
    const [token = ""] = await links(1);
    await giveFeedback(token, "fr", { ...answer, text: "Très bien" }, day);
    const [row] = await db.select().from(feedbackAnswers);
    expect(row).toEqual({
      id: expect.any(String),
      offeringId: offering,
      versionNumber: 1,
      scores: answer.scores,
      text: "Très bien",
      locale: "fr",
      mixed: false,
    });
    // That links were made is an event; that one was used is none.
    expect(await db.$count(events)).toBe(before + 1);
  });

  it("that cannot be written leaves its link to be used", async () => {
    const [token = ""] = await links(1);
    const tooLarge = { ...answer, scores: { ...answer.scores, use: Number.NaN }, text: "\0" };
    await expect(giveFeedback(token, "nl", tooLarge, day)).rejects.toThrow();
    expect(await db.$count(feedbackAnswers)).toBe(0);
    expect(await findFeedbackLink(token, day)).toBeDefined();
    expect(code(await giveFeedback(token, "nl", answer, day))).toBe("ok");
  });

  it("cannot be tied to its link by what the database keeps", async () => {
    const tokens = await links(40);
    for (const [place, token] of tokens.slice(0, 30).entries()) await giveFeedback(token, "nl", { ...answer, text: `${place}` }, day);
    const physical = () =>
      db.execute<{ id: string; text: string; xid: string }>(sql`select id, text, xmin::text as xid from feedback_answers order by ctid`);
    const came = await physical();
    // Before the answers are mixed, too, nothing else that a transaction wrote which brought one is left.
    const tables = await db.execute<{ name: string }>(
      sql`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`,
    );
    // `changes` names the offering, which the answer names itself.
    for (const { name } of tables.filter(({ name }) => !["feedback_answers", "changes"].includes(name))) {
      const beside = await db.execute(sql`select 1 from ${sql.raw(name)} where xmin::text in (select xmin::text from feedback_answers)`);
      expect(beside, name).toEqual([]);
    }
    expect(JSON.stringify(await db.select().from(feedbackLinks))).not.toContain(hashOf(tokens[0] ?? ""));

    const answers = () => db.select({ scores: feedbackAnswers.scores, text: feedbackAnswers.text }).from(feedbackAnswers);
    const before = new Set((await answers()).map((one) => JSON.stringify(one)));
    expect([await mixAnswers(), await mixAnswers()]).toEqual([30, 0]);
    expect(new Set((await answers()).map((one) => JSON.stringify(one)))).toEqual(before);
    const mixed = await physical();
    expect(new Set(mixed.map(({ xid }) => xid)).size).toBe(1);
    expect(mixed.map(({ text }) => text)).not.toEqual(came.map(({ text }) => text));
    expect(mixed.filter(({ id }) => came.some((one) => one.id === id))).toEqual([]);

    // One more: the others do not keep a transaction that it has not.
    await giveFeedback(tokens[30] ?? "", "nl", answer, day);
    expect(await mixAnswers()).toBe(1);
    expect(new Set((await physical()).map(({ xid }) => xid)).size).toBe(1);
    expect(await findFeedback(await as("viewer"), "soil-care", day)).toMatchObject({ sessions: [{ links: 40, used: 31 }] });
  });

  it("is mixed once by workers who do so at once, while others come", async () => {
    const tokens = await links(20);
    for (const token of tokens.slice(0, 10)) await giveFeedback(token, "nl", answer, day);
    await Promise.all([mixAnswers(), mixAnswers(), ...tokens.slice(10).map((token) => giveFeedback(token, "nl", answer, day))]);
    expect(await db.$count(feedbackAnswers)).toBe(20);
    await mixAnswers();
    expect(await db.$count(feedbackAnswers, eq(feedbackAnswers.mixed, true))).toBe(20);
  });

  it("shows to the public only with nine others, and its text never", async () => {
    const tokens = await links(10);
    for (const token of tokens.slice(0, 9)) await giveFeedback(token, "nl", { ...answer, text: "Geheim" }, day);
    expect((await findVoices(offering)).summaries).toEqual([]);
    await giveFeedback(tokens[9] ?? "", "nl", answer, day);
    const voices = await findVoices(offering);
    expect(voices.summaries).toMatchObject([
      { versionNumber: 1, answers: 10, byQuestion: { workload: { mean: 3, counts: [0, 0, 10, 0, 0] } } },
    ]);
    expect(JSON.stringify(voices)).not.toContain("Geheim");
  });

  it("is read with its text by the provider, without it by its authority, and by nobody else", async () => {
    const [token = ""] = await links(1);
    await giveFeedback(token, "nl", { ...answer, text: "Meer oefenen" }, day);
    const own = await findFeedback(await as("viewer"), "soil-care", day);
    expect(own).toMatchObject({ texts: [{ text: "Meer oefenen" }], summaries: [{ answers: 1 }], sessions: [{ links: 1, used: 1 }] });
    expect(await findFeedback(await as("manager", neighbour.id), "soil-care", day)).toBeUndefined();
    const auditor = await as("auditor", provider.authorityId);
    const all = overseenFeedbackQuery.parse({});
    const overseen = await listOverseenFeedback(auditor, all, day);
    expect(overseen).toMatchObject({ total: 1, rows: [{ slug: "soil-care", summaries: [{ answers: 1 }] }] });
    expect(JSON.stringify(overseen)).not.toContain("Meer oefenen");
    expect(await listOverseenFeedback(auditor, { ...all, q: "SOIL care" }, day)).toMatchObject({ total: 1 });
    expect(await listOverseenFeedback(auditor, { ...all, q: "soil elsewhere" }, day)).toMatchObject({ total: 0, rows: [] });
    expect(await listOverseenFeedback(await as("auditor", neighbour.authorityId), all, day)).toMatchObject({ total: 0, rows: [] });
    expect(await listOverseenFeedback(await as("manager"), all, day)).toMatchObject({ total: 0, rows: [] });
  });
});

describe("what was changed because of feedback", () => {
  it("is public, said once by a request that comes twice, and can be taken back", async () => {
    const editor = await as("editor");
    const say = () => respondToFeedback(editor, offering, { nl: "Twee lessen meer" });
    expect((await Promise.all([say(), say()])).map(code)).toEqual(["ok", "ok"]);
    const { responses } = await findVoices(offering);
    expect(responses).toMatchObject([{ text: { nl: "Twee lessen meer" }, versionNumber: 1 }]);
    expect(code(await takeBackResponse(editor, responses[0]?.id ?? ""))).toBe("ok");
    expect(await db.$count(feedbackResponses)).toBe(0);
  });

  it("is refused to a viewer, and of an offering of others as of one that is not there", async () => {
    expect(code(await respondToFeedback(await as("viewer"), offering, { nl: "x" }))).toBe("notAllowed");
    expect(code(await respondToFeedback(await as("editor", neighbour.id), offering, { nl: "x" }))).toBe("offeringNotYours");
    await respondToFeedback(await as("editor"), offering, { nl: "x" });
    const [said] = await db.select().from(feedbackResponses);
    expect(code(await takeBackResponse(await as("editor", neighbour.id), said?.id ?? ""))).toBe("responseUnknown");
    expect(code(await takeBackResponse(await as("viewer"), said?.id ?? ""))).toBe("notAllowed");
    expect(code(await takeBackResponse(await as("editor"), "nothing"))).toBe("responseUnknown");
  });
});

describe("a review by another organisation", () => {
  const text = "Two of our employees took it; both now read a soil sample without help.";
  const review = { text, locale: "en" as const };

  it("is signed with name and day, once by a request that comes twice, and taken back", async () => {
    await db.execute(sql`update organisations set provider_type = 'employer' where id = ${neighbour.id}`);
    const actor = await as("manager", neighbour.id);
    const both = await Promise.all([signReview(actor, "soil-care", review), signReview(actor, "soil-care", review)]);
    expect(both.map(code)).toEqual(["ok", "ok"]);
    const { reviews } = await findVoices(offering);
    expect(reviews).toMatchObject([{ kind: "employer", organisation: { slug: "academy" }, text, versionNumber: 1, signedOn: day }]);
    expect(await listOwnReviews(actor)).toHaveLength(1);
    expect(code(await takeBackReview(actor, reviews[0]?.id ?? ""))).toBe("ok");
    expect(code(await takeBackReview(actor, reviews[0]?.id ?? ""))).toBe("ok");
    expect((await findVoices(offering)).reviews).toEqual([]);
    expect(await db.$count(peerReviews)).toBe(1);
    expect(await db.$count(events, eq(events.type, "review.taken-back"))).toBe(1);
  });

  it("takes the place of the one before", async () => {
    const actor = await as("editor", neighbour.id);
    await signReview(actor, "soil-care", review);
    expect(await findReviewable(actor, "soil-care")).toMatchObject({ text });
    await signReview(actor, "soil-care", { ...review, text: `${text} We send more.` });
    expect((await findVoices(offering)).reviews.map((one) => one.text)).toEqual([`${text} We send more.`]);
  });

  it("is never of one's own, nor without the right, nor of what is not in the catalogue", async () => {
    expect(code(await signReview(await as("manager"), "soil-care", review))).toBe("reviewOwn");
    expect(code(await signReview(await as("viewer", neighbour.id), "soil-care", review))).toBe("notAllowed");
    expect(code(await signReview(await as("registrar", provider.authorityId), "soil-care", review))).toBe("notAllowed");
    expect(code(await signReview({ id: "key:1", role: "key-publish", organisationId: neighbour.id }, "soil-care", review))).toBe(
      "notAllowed",
    );
    await anOffering(provider, { slug: "draft", status: "draft" });
    await withdraw(offering);
    for (const slug of ["soil-care", "draft", "nowhere"]) {
      expect(code(await signReview(await as("editor", neighbour.id), slug, review)), slug).toBe("reviewOfNothing");
      expect(await findReviewable(await as("editor", neighbour.id), slug)).toBeUndefined();
    }
    expect(await db.$count(peerReviews)).toBe(0);
  });

  it("is refused to an organisation that is suspended, and taken back by its own only", async () => {
    await signReview(await as("editor", neighbour.id), "soil-care", review);
    const [signed] = await db.select().from(peerReviews);
    expect(code(await takeBackReview(await as("manager"), signed?.id ?? ""))).toBe("reviewUnknown");
    expect(code(await takeBackReview(await as("viewer", neighbour.id), signed?.id ?? ""))).toBe("notAllowed");
    const third = await aProvider();
    await suspend(third, "2026-01-01");
    expect(code(await signReview(await as("editor", third.id), "soil-care", review))).toBe("reviewerNotRegistered");
  });
});
