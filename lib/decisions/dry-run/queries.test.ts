import { beforeEach, expect, it } from "vitest";
import { db } from "@/db";
import { follows, listItems, lists } from "@/db/schema";
import { today } from "@/lib/clock";
import { addDays } from "@/lib/days/days";
import { findOverseen } from "@/lib/decisions/queries";
import { draftDecision, signDecision } from "@/lib/decisions/signing/commands";
import { emptyDatabase } from "@/lib/testing/database";
import { aDecidedProvider, aForm } from "@/lib/testing/deciding";
import { aService } from "@/lib/testing/guidance";
import { anOffering } from "@/lib/testing/offerings";
import { aProvider, only } from "@/lib/testing/registry";
import { dryRun } from "./queries";

const day = today();
const soon = addDays(day, 10);

beforeEach(emptyDatabase);

async function keep(offeringId: string, owner: Partial<typeof lists.$inferInsert>): Promise<void> {
  const { id } = only(
    await db
      .insert(lists)
      .values({ locale: "en", ...owner })
      .returning({ id: lists.id }),
  );
  const kept = { on: day, version: 1, notice: null, sessions: [] };
  await db.insert(listItems).values({ listId: id, offeringId, position: 0, kept });
}

const nobodys = (secretHash: string, expiresOn = soon) => ({ secretHash, expiresOn });

async function follow(email: string, change: Partial<typeof follows.$inferInsert>): Promise<void> {
  await db.insert(follows).values({ email, locale: "en", pace: "weekly", key: crypto.randomUUID(), confirmedAt: new Date(), ...change });
}

it("tells in how many lists of people what it touches stands, and nobody's list holds up a signature", async () => {
  const { provider, registrar } = await aDecidedProvider();
  const [touched, other] = [await anOffering(provider), await anOffering(await aProvider())];
  const { counsellor } = await aService("guide");
  await keep(touched, { organisationId: counsellor.organisationId, personId: counsellor.personId });
  await keep(touched, nobodys("a"));
  await keep(touched, nobodys("over", addDays(day, -1)));
  await keep(other, nobodys("b"));
  await follow("anna@reader.example", { offeringId: touched });
  await follow("anna@reader.example", { providerId: provider.id });
  await follow("bert@reader.example", { offeringId: touched, confirmedAt: null, confirmHash: "unconfirmed" });
  await follow("carl@reader.example", { offeringId: other });

  const form = aForm("suspend", { from: day, end: "open", reviewOn: addDays(day, 90), scope: "all" });
  const drafted = await draftDecision(registrar, provider.slug, form, crypto.randomUUID());
  const overseen = await findOverseen(registrar, provider.slug);
  if (!drafted.ok || !overseen) throw new Error("Nothing was drafted");
  const { id } = drafted.value;
  const run = async () => {
    const shown = await dryRun(db, overseen, { id, form });
    if (!shown.ok) throw new Error(shown.problems[0]?.code);
    return shown.value;
  };
  const shown = await run();
  expect(shown.kept).toEqual({ lists: 2, ofServices: 1, followers: 1 });
  await keep(touched, nobodys("c"));
  expect((await run()).kept.lists).toBe(3);
  expect(await signDecision(registrar, provider.slug, id, shown.fingerprint)).toMatchObject({ ok: true });
});
