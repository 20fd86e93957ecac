import { expect, test } from "@playwright/test";
import postgres from "postgres";
import { actions } from "@/lib/auth/actions";
import type { Permission } from "@/lib/auth/permissions";
import { builtActions, call, nothingShown, rightValue } from "./calls";
import { authority, expected, idOf, isRight, provider, signInAll } from "./players";
import { samples } from "./samples";

/**
 * Every server action of the table called by its id, as scripts do, by everybody who lacks the right or whose record it is not: whatever
 * state the record is in, and whether or not any page shows the form. With what belongs in the form they are tried in rights.spec.ts.
 */
const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, idle_timeout: 1, onnotice: () => undefined });

test.describe.configure({ timeout: 600_000 });

test("no action does anything for those without the right, or with a record of others", async ({ request }) => {
  const players = await signInAll();
  const whose = { applicantId: idOf(players, "nobody's"), counsellorId: idOf(players, "own counsellor") };
  const known = await samples(sql, { provider: provider.own, authority: authority.own, ...whose });
  const built = builtActions();
  const guarded = Object.entries(actions).filter(([, access]) => isRight(access)) as [string, Permission][];
  const wrong: string[] = [];
  for (const [action, access] of guarded) {
    const [route = ""] = action.split(" ");
    const sample = known[route] ?? { path: route.replace("/[locale]", "/en"), owner: null };
    const made = built.get(action);
    if (!made || sample.path.includes("[")) throw new Error(`${action} is not built, or e2e/samples.ts has no example of its page`);
    const record = made.parameters.map((parameter) => rightValue(parameter, made, sample));
    const given = made.takesForm ? [...record, nothingShown, "$K1"] : record;
    const strangers = players.filter((player) => expected({ access, owner: sample.owner, route }, player) === 404);
    for (const player of [...strangers, undefined]) {
      const { status, isFound } = await call(request, { path: sample.path, id: made.id, given }, player);
      if (status >= 500 || !isFound) wrong.push(`${action} as ${player?.who ?? "nobody"}: ${status}`);
    }
    const ids = strangers.map(({ personId }) => `person:${personId}`);
    const [done] = await sql<{ what: string[] | null }[]>`select array_agg(type) as what from events where actor = any(${ids})`;
    if (done?.what) wrong.push(`${action}: ${done.what.join(", ")}`);
  }
  expect(wrong).toEqual([]);
  expect(guarded.length).toBeGreaterThan(100);

  // Called in the same way by who has the right, an action is done.
  const begin = "/[locale]/manage/applications beginApplicationAction";
  const applicant = players.find(({ who }) => who === "nobody's");
  await call(request, { path: "/en/manage/applications", id: built.get(begin)?.id ?? "", given: [] }, applicant);
  const begun = await sql`select from events where actor = ${`person:${applicant?.personId}`} and type = 'application.begun'`;
  expect(begun).toHaveLength(1);
});
