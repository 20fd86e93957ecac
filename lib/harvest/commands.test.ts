import { expect, test } from "vitest";
import { db } from "@/db";
import { events } from "@/db/schema";
import type { Actor, Role } from "@/lib/auth/permissions";
import { harvestFeed } from "@/lib/jobs/harvest-feed";
import { emptyDatabase } from "@/lib/testing/database";
import { aProvider } from "@/lib/testing/registry";
import { addFeed, askForRun, changeFeed, pauseFeed, removeFeed } from "./commands";
import { feedInput } from "./input";
import { findFeed, listFeeds } from "./queries";

const input = feedInput.parse({ name: "Our system", url: "https://example.org/feed", format: "json", schedule: "daily", graceDays: "7" });

test("managers keep feeds, their people see them, and nobody else's are there", async () => {
  await emptyDatabase();
  const provider = await aProvider({ slug: "garden-college" });
  const as = (role: Role, organisationId: string = provider.id): Actor => ({ id: "operator:test", role, organisationId });
  const added = await addFeed(as("manager"), input);
  if (!added.ok) throw new Error("not added");
  const { id } = added.value;
  for (const role of ["viewer", "editor", "key-publish", "person"] as const) {
    expect(await addFeed(as(role), input), role).toMatchObject({ ok: false, problems: [{ code: "notAllowed" }] });
    for (const act of [
      changeFeed(as(role), id, input),
      pauseFeed(as(role), id, true),
      removeFeed(as(role), id),
      askForRun(as(role), id, {}),
    ])
      expect(await act, role).toMatchObject({ ok: false });
  }
  expect(await listFeeds(as("viewer"))).toMatchObject([{ id, lastRun: null }]);
  const stranger = as("manager", provider.authorityId);
  expect([await findFeed(stranger, id), await listFeeds(stranger), await findFeed(as("viewer"), "x")]).toEqual([undefined, [], undefined]);
  for (const act of [changeFeed(stranger, id, input), pauseFeed(stranger, id, true), removeFeed(stranger, id), askForRun(stranger, id, {})])
    expect(await act).toMatchObject({ ok: false, problems: [{ code: "feedUnknown" }] });
  expect(await askForRun(as("manager"), id, { test: true })).toEqual({ ok: true, value: null });
  expect(await removeFeed(as("manager"), id)).toEqual({ ok: true, value: null });
  expect(await removeFeed(as("manager"), id)).toMatchObject({ ok: false, problems: [{ code: "feedUnknown" }] });
  expect([await listFeeds(as("manager")), await harvestFeed(id)]).toEqual([[], "nothing to do"]);
  expect((await db.select().from(events)).map(({ type }) => type).filter((type) => type.startsWith("harvest"))).toEqual([
    "harvest.added",
    "harvest.removed",
  ]);
});

test("an address, a name and a grace that do not hold are named by field", () => {
  const wrong = (change: object) =>
    feedInput.safeParse({ ...input, graceDays: "7", ...change }).error?.issues.map(({ path, message }) => [path[0], message]);
  expect(wrong({ url: "ftp://example.org" })).toEqual([["url", "feedAddressNotUnderstood"]]);
  expect(wrong({ url: "https://me:secret@example.org/" })).toEqual([["url", "feedAddressNotUnderstood"]]);
  expect(wrong({ name: " ", graceDays: "-1" })).toEqual([
    ["name", "textMissing"],
    ["graceDays", "graceDaysNotUnderstood"],
  ]);
  expect(wrong({ graceDays: "366" })).toEqual([["graceDays", "graceDaysNotUnderstood"]]);
  expect(wrong({})).toBeUndefined();
});
