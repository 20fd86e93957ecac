import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db";
import { events, offerings, pendingVersions, sessions, versions } from "@/db/schema";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { emptyDatabase } from "@/lib/testing/database";
import { aCrew } from "@/lib/testing/members";
import { anOffering } from "@/lib/testing/offerings";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
import { copyOffering } from "./commands";

let provider: TestProvider;
let crew: Awaited<ReturnType<typeof aCrew>>;
const order = { externalId: "GC-2", sessions: "none", weeks: 52 } as const;

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider();
  crew = await aCrew(provider, await aProvider());
});

test("a copy is a draft of the same words under its own id, and the first stays as it is", async () => {
  await anOffering(provider, {
    slug: "soil",
    externalId: "GC-1",
    content: { title: { en: "Soil care" } },
    sessions: [{ startsOn: today() }],
  });
  const copied = await copyOffering(crew.editor, "soil", { ...order, token: randomUUID() });
  expect(copied).toEqual({ ok: true, value: { slug: "soil-care" } });
  const [copy] = await db.select().from(offerings).where(eq(offerings.slug, "soil-care"));
  expect(copy).toMatchObject({ status: "draft", externalId: "GC-2", currentVersionId: null });
  expect(await db.select().from(pendingVersions)).toMatchObject([{ offeringId: copy?.id, content: { title: { en: "Soil care" } } }]);
  expect(await db.select().from(versions)).toHaveLength(1);
  expect(await db.select().from(sessions)).toHaveLength(1);
  expect(await db.select().from(events).where(eq(events.type, "offering.copied"))).toMatchObject([
    { subjectId: copy?.id, after: { from: "soil" } },
  ]);
});

test("the next edition has last year's sessions on the same weekdays, neither cancelled nor confirmed nor full", async () => {
  const starts = addDays(today(), -100);
  await anOffering(provider, {
    slug: "soil",
    sessions: [
      {
        externalId: "S-2026",
        startsOn: starts,
        endsOn: addDays(starts, 10),
        confirmedOn: today(),
        seats: 9,
        seatsLeft: 0,
        prices: { everyone: 20 },
      },
      { startsOn: addDays(today(), -900) },
      { startsOn: addDays(today(), -30), cancelledOn: today() },
    ],
  });
  const copied = await copyOffering(crew.editor, "soil", { ...order, sessions: "next", token: randomUUID() });
  const [copy] = await db
    .select({ id: offerings.id })
    .from(offerings)
    .where(eq(offerings.slug, copied.ok ? copied.value.slug : ""));
  const runs = await db
    .select()
    .from(sessions)
    .where(eq(sessions.offeringId, copy?.id ?? ""));
  expect(runs).toMatchObject([
    { externalId: "S-2027", startsOn: addDays(starts, 364), endsOn: addDays(starts, 374), confirmedOn: null, seats: 9, seatsLeft: null },
  ]);
});

test("a form sent many times at once gives one copy", async () => {
  await anOffering(provider, { slug: "soil", sessions: [{ startsOn: today() }] });
  const token = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => copyOffering(crew.editor, "soil", { ...order, sessions: "next", token })),
  );
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toMatchObject({ ok: true });
  expect(await db.select().from(offerings)).toHaveLength(2);
  expect(await db.select().from(sessions)).toHaveLength(2);
});

test("an own id that is taken is named, and nothing is written", async () => {
  await anOffering(provider, { slug: "soil", externalId: "GC-2" });
  const refused = await copyOffering(crew.editor, "soil", { ...order, token: randomUUID() });
  expect(refused).toEqual({ ok: false, problems: [{ code: "ownIdTaken", field: "externalId" }] });
  expect(await db.select().from(offerings)).toHaveLength(1);
});

test("who may not is told so, and to a stranger it is not there", async () => {
  await anOffering(provider, { slug: "soil" });
  const asked = { ...order, token: randomUUID() };
  expect(await copyOffering(crew.viewer, "soil", asked)).toEqual({ ok: false, problems: [{ code: "notAllowed" }] });
  expect(await copyOffering(crew.stranger, "soil", asked)).toEqual({ ok: false, problems: [{ code: "offeringAbsent" }] });
});
