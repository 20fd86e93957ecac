import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/db";
import { events, pendingPolicies, recognitionPolicies } from "@/db/schema";
import type { Actor, Role } from "@/lib/auth/permissions";
import { emptyDatabase } from "@/lib/testing/database";
import { aProvider, type TestProvider } from "@/lib/testing/registry";
import { discardPolicyDraft, keepPolicyDraft, publishPolicy } from "./commands";
import { type PolicyForm, policyInput } from "./input";
import { policiesOn } from "./policy";
import { findPendingPolicy, listPolicies } from "./queries";

const day = "2026-06-01";
let provider: TestProvider;
let editor: Actor;
const as = (role: Role, organisationId: string | null = provider.id): Actor => ({
  id: `person:${crypto.randomUUID()}`,
  role,
  organisationId,
});
const form = (change: Record<string, unknown> = {}): PolicyForm => policyInput.parse({ maxEcts: "10", ...change });
const codes = (result: { ok: boolean; problems?: { code: string }[] }) =>
  result.ok ? "ok" : result.problems?.map(({ code }) => code).join();

beforeEach(async () => {
  await emptyDatabase();
  provider = await aProvider({ slug: "garden-college" });
  editor = as("editor");
});

async function published(number: number, change: Record<string, unknown> = {}, on = day) {
  const kept = await keepPolicyDraft(editor, form(change), 0);
  if (!kept.ok) throw new Error(codes(kept));
  return await publishPolicy(editor, { revision: kept.value.revision, number }, on);
}
const periods = async () => (await listPolicies(provider.id)).map(({ number, from, lastDay }) => [number, from, lastDay]);

describe("the next policy", () => {
  it("is saved for one's own organisation only, with issuers that the register knows linked to it", async () => {
    await aProvider({ slug: "academy", name: { nl: "Vrije Academie" } });
    const kept = await keepPolicyDraft(editor, form({ namedIssuers: "vrije academie\nSomebody abroad\ngarden-college" }), 0);
    expect(codes(kept)).toBe("ok");
    expect((await findPendingPolicy(editor))?.draft.rules.namedIssuers).toEqual([
      { slug: "academy", name: "vrije academie" },
      { slug: null, name: "Somebody abroad" },
      { slug: "garden-college", name: "garden-college" },
    ]);
    const other = await aProvider();
    expect(await findPendingPolicy(as("manager", other.id))).toBeUndefined();
  });

  it("is not overwritten unseen: of two editors the second is told, and can then decide", async () => {
    await keepPolicyDraft(editor, form(), 0);
    const both = await Promise.all([keepPolicyDraft(editor, form({ fee: "1" }), 1), keepPolicyDraft(as("manager"), form({ fee: "2" }), 1)]);
    expect(both.map(codes).sort()).toEqual(["changedMeanwhile", "ok"]);
    const refused = both.find(({ ok }) => !ok);
    expect(refused).toMatchObject({ problems: [{ code: "changedMeanwhile", value: "2" }] });
    expect(codes(await keepPolicyDraft(editor, form({ fee: "3" }), 2))).toBe("ok");
  });

  it("is saved once by a request that comes twice", async () => {
    const both = await Promise.all([keepPolicyDraft(editor, form(), 0), keepPolicyDraft(editor, form(), 0)]);
    expect(both).toEqual([
      { ok: true, value: { revision: 1 } },
      { ok: true, value: { revision: 1 } },
    ]);
    expect(await db.$count(events, sql`type = 'recognition.drafted'`)).toBe(1);
  });

  it("is refused to those without the right, and to who is no provider", async () => {
    for (const actor of [as("viewer"), as("registrar"), as("key-write"), as("person", null), as("editor", provider.authorityId)]) {
      expect(codes(await keepPolicyDraft(actor, form(), 0)), actor.role).toBe("notAllowed");
      expect(codes(await publishPolicy(actor, { revision: 0, number: 1 }, day)), actor.role).toBe("notAllowed");
      expect(codes(await discardPolicyDraft(actor, 0)), actor.role).toBe("notAllowed");
    }
    expect(await db.$count(pendingPolicies)).toBe(0);
  });

  it("is discarded as the reader saw it, and not as another left it", async () => {
    await keepPolicyDraft(editor, form(), 0);
    await keepPolicyDraft(editor, form({ fee: "3" }), 1);
    expect(codes(await discardPolicyDraft(editor, 1))).toBe("changedMeanwhile");
    expect(codes(await discardPolicyDraft(editor, 2))).toBe("ok");
    expect(codes(await discardPolicyDraft(editor, 2))).toBe("ok");
    expect(await db.$count(pendingPolicies)).toBe(0);
  });
});

describe("publishing", () => {
  it("ends the one before on the day before, and announces one that is to come", async () => {
    await published(1);
    await published(2, { fee: "5", from: "2026-09-01" });
    expect(await periods()).toEqual([
      [2, "2026-09-01", null],
      [1, day, "2026-08-31"],
    ]);
    const all = await listPolicies(provider.id);
    expect(policiesOn(all, "2026-08-31")).toMatchObject({ inForce: { number: 1 }, next: { number: 2 } });
    expect(policiesOn(all, "2026-09-01")).toMatchObject({ inForce: { number: 2 }, next: undefined });
    expect(await db.$count(pendingPolicies)).toBe(0);
  });

  it("leaves a gap where the one before ended earlier, and none holds in it", async () => {
    await published(1, { until: "2026-06-30" });
    await published(2, { from: "2026-08-01" });
    expect(await periods()).toEqual([
      [2, "2026-08-01", null],
      [1, day, "2026-06-30"],
    ]);
    expect(policiesOn(await listPolicies(provider.id), "2026-07-15")).toMatchObject({ inForce: undefined, next: { number: 2 } });
  });

  it("happens once, however often and by however many it is asked at once", async () => {
    const kept = await keepPolicyDraft(editor, form(), 0);
    if (!kept.ok) throw new Error("not kept");
    const ask = () => publishPolicy(editor, { revision: 1, number: 1 }, day);
    const all = await Promise.all([ask(), ask(), ask()]);
    expect(all).toEqual(Array(3).fill({ ok: true, value: { number: 1 } }));
    expect(await db.$count(recognitionPolicies)).toBe(1);
    expect(await db.$count(events, sql`type = 'recognition.published'`)).toBe(1);
  });

  it("is of what the page showed: what somebody saved since is not published unseen", async () => {
    await keepPolicyDraft(editor, form(), 0);
    await keepPolicyDraft(editor, form({ fee: "3" }), 1);
    expect(codes(await publishPolicy(editor, { revision: 1, number: 1 }, day))).toBe("changedMeanwhile");
    expect(codes(await publishPolicy(editor, { revision: 2, number: 2 }, day))).toBe("changedMeanwhile");
  });

  it.each([
    [{ maxEcts: "" }, "policyEmpty"],
    [{ from: "2026-05-31" }, "policyFromPast"],
  ])("refuses %j", async (change, code) => {
    expect(codes(await published(1, change))).toBe(code);
    expect(await db.$count(recognitionPolicies)).toBe(0);
  });

  it("refuses to rewrite what held already, and to publish nothing", async () => {
    await published(1);
    expect(codes(await published(2, { from: day, fee: "1" }))).toBe("policyFromTaken");
    await discardPolicyDraft(editor, 1);
    expect(codes(await publishPolicy(editor, { revision: 1, number: 2 }, day))).toBe("policyNothingToPublish");
  });

  it("is for ever: the database refuses another text, and two for one day", async () => {
    await published(1);
    const message = async (change: Promise<unknown>) =>
      change.then(
        () => "accepted",
        (fault) => String((fault as Error).cause),
      );
    expect(await message(db.update(recognitionPolicies).set({ text: { nl: "x" } }))).toContain("never changed");
    const second = { organisationId: provider.id, number: 2, text: {}, rules: {}, valid: "[2026-07-01,)" };
    expect(await message(db.insert(recognitionPolicies).values(second))).toContain("recognition_policies_no_overlap");
  });
});
