import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { enrolmentWindows, events, offerings, sessionPrices, sessions } from "@/db/schema";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { readSession, type SessionInput } from "@/lib/offerings/sessions/input";
import { factsOfSessions, listOwnSessions } from "@/lib/offerings/sessions/queries";
import { currentMark, seenMark } from "@/lib/offerings/sessions/seen";
import { emptyDatabase } from "@/lib/testing/database";
import { aCrew } from "@/lib/testing/members";
import { anOffering, aSession } from "@/lib/testing/offerings";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
import { addSession, cancelSession, changeSession, confirmSessions, repeatSessions } from "./commands";

let provider: TestProvider;
let crew: Awaited<ReturnType<typeof aCrew>>;
let offeringId: string;
const day = today();

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider();
  crew = await aCrew(provider, await aProvider());
  offeringId = await anOffering(provider, { slug: "soil" });
});

function input(change: Record<string, string> = {}): SessionInput {
  const sent = {
    externalId: "S-1",
    startsOn: addDays(day, 20),
    "price.everyone": "240,50",
    "window.0.opensOn": day,
    "place.0.town": "Gent",
    ...change,
  };
  const read = readSession(Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, [value]])));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

const facts = async () => await db.transaction((tx) => factsOfSessions(tx, offeringId));
const changes = async () => await db.select().from(events).where(eq(events.type, "sessions.changed"));

test("a session is added with all that its form says, confirmed, and told before and after", async () => {
  const added = await addSession(crew.editor, "soil", input(), randomUUID());
  expect(added.ok).toBe(true);
  expect(await facts()).toMatchObject([
    {
      externalId: "S-1",
      startsOn: addDays(day, 20),
      confirmedOn: day,
      places: [{ town: "Gent", nuts: "BE234" }],
      windows: [{ opensOn: day, closesOn: null }],
      prices: [{ learnerGroup: "everyone", amount: 240.5, currency: "EUR" }],
    },
  ]);
  expect(await changes()).toMatchObject([{ actor: crew.editor.id, subjectId: offeringId, before: [], after: [{ externalId: "S-1" }] }]);
});

test("a form sent many times at once adds one session; another form with its id is refused", async () => {
  const token = randomUUID();
  const answers = await Promise.all(Array.from({ length: 6 }, () => addSession(crew.editor, "soil", input(), token)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await db.select().from(sessions)).toHaveLength(1);
  const refused = await addSession(crew.editor, "soil", input(), randomUUID());
  expect(refused).toEqual({ ok: false, problems: [{ code: "ownIdTaken", field: "externalId" }] });
});

test("of two who change a session at once, one does and the other is told", async () => {
  const id = await aSession(offeringId, { externalId: "S-1", prices: { everyone: 10 }, enrolment: [{ opensOn: day, closesOn: null }] });
  const seen = seenMark(await facts());
  const answers = await Promise.all(
    ["Brugge", "Aalst"].map((town) => changeSession(crew.editor, "soil", id, input({ "place.0.town": town }), seen)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toEqual({ ok: false, problems: [{ code: "changedMeanwhile" }] });
  expect(await db.select().from(enrolmentWindows)).toHaveLength(1);
  expect(await db.select().from(sessionPrices)).toMatchObject([{ amount: 240.5 }]);
  expect(await changes()).toHaveLength(1);
});

test("the same change sent again is done once", async () => {
  const id = await aSession(offeringId, { externalId: "S-1" });
  const seen = seenMark(await facts());
  const first = await changeSession(crew.editor, "soil", id, input(), seen);
  expect([first, await changeSession(crew.editor, "soil", id, input(), seen)]).toEqual([first, { ok: true, value: null }]);
  expect(await changes()).toHaveLength(1);
});

test("a cancelled session stays, with its day, and can be taken up again", async () => {
  const id = await aSession(offeringId, { startsOn: addDays(day, 9) });
  await Promise.all([1, 2, 3].map(() => cancelSession(crew.editor, "soil", id, true)));
  expect(await facts()).toMatchObject([{ cancelledOn: day }]);
  expect(await changes()).toHaveLength(1);
  await cancelSession(crew.editor, "soil", id, false);
  expect(await facts()).toMatchObject([{ cancelledOn: null }]);
});

test("one click confirms what runs or is to come, as it was seen, and nothing else", async () => {
  const past = await aSession(offeringId, { startsOn: addDays(day, -90), confirmedOn: "2026-01-01" });
  await aSession(offeringId, { startsOn: addDays(day, 9), confirmedOn: "2026-01-01" });
  await aSession(offeringId, { startsOn: addDays(day, 10) });
  const seen = currentMark(await facts(), day);
  expect(await confirmSessions(crew.editor, "soil", "other")).toEqual({ ok: false, problems: [{ code: "changedMeanwhile" }] });
  expect(await confirmSessions(crew.editor, "soil", seen)).toEqual({ ok: true, value: { count: 2 } });
  expect(await confirmSessions(crew.editor, "soil", seen)).toEqual({ ok: true, value: { count: 2 } });
  const after = await facts();
  expect(after.map(({ id, confirmedOn }) => (id === past ? "past" : "ahead") + confirmedOn).sort()).toEqual(
    [`past2026-01-01`, `ahead${day}`, `ahead${day}`].sort(),
  );
  expect(await changes()).toHaveLength(1);
});

test("a session is repeated each week, once however often it is asked", async () => {
  const id = await aSession(offeringId, { externalId: "S-1", startsOn: addDays(day, 7), endsOn: addDays(day, 8) });
  const order = { from: [id], weeks: 1, times: 4 };
  const token = randomUUID();
  const answers = await Promise.all([1, 2, 3].map(() => repeatSessions(crew.editor, "soil", order, token)));
  expect(answers).toEqual(Array(3).fill({ ok: true, value: { count: 4 } }));
  expect((await facts()).map(({ externalId, startsOn }) => [externalId, startsOn])).toEqual(
    [0, 1, 2, 3, 4].map((week) => [`S-${week + 1}`, addDays(day, 7 + 7 * week)]),
  );
  const again = await repeatSessions(crew.editor, "soil", order, randomUUID());
  expect(again).toEqual({ ok: false, problems: [{ code: "alreadyThere" }] });
  expect(await db.select().from(sessions)).toHaveLength(5);
});

test("who may not is told so, and to a stranger it is not there", async () => {
  const id = await aSession(offeringId, { startsOn: addDays(day, 9) });
  const before = await facts();
  const order = { from: [id], weeks: 1, times: 2 };
  for (const [actor, code] of [
    [crew.viewer, "notAllowed"],
    [crew.stranger, "offeringAbsent"],
  ] as const) {
    const refused = { ok: false, problems: [{ code }] };
    expect(await addSession(actor, "soil", input(), randomUUID())).toEqual(refused);
    expect(await changeSession(actor, "soil", id, input(), "seen")).toEqual(refused);
    expect(await cancelSession(actor, "soil", id, true)).toEqual(refused);
    expect(await confirmSessions(actor, "soil", "seen")).toEqual(refused);
    expect(await repeatSessions(actor, "soil", order, randomUUID())).toEqual(refused);
  }
  expect(await facts()).toEqual(before);
  expect(await listOwnSessions(crew.stranger, "soil")).toBeUndefined();
  expect(await listOwnSessions(crew.viewer, "soil")).toHaveLength(1);
});

test("a session of another offering is not there, and an archived offering has none to change", async () => {
  const other = await aSession(await anOffering(provider, { slug: "other" }), { startsOn: addDays(day, 9) });
  expect(await cancelSession(crew.editor, "soil", other, true)).toEqual({ ok: false, problems: [{ code: "sessionAbsent" }] });
  expect(await changeSession(crew.editor, "soil", other, input(), "seen")).toEqual({ ok: false, problems: [{ code: "sessionAbsent" }] });
  await db.update(offerings).set({ status: "archived" });
  expect(await cancelSession(crew.editor, "other", other, true)).toEqual({ ok: false, problems: [{ code: "archivedIsFinal" }] });
});
