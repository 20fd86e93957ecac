import { readFileSync } from "node:fs";
import { type APIRequestContext, expect, test } from "@playwright/test";
import postgres from "postgres";
import { actions } from "@/lib/auth/actions";
import type { Permission } from "@/lib/auth/permissions";
import { authority, expected, idOf, isRight, type Player, provider, signInAll } from "./players";
import { type Sample, samples } from "./samples";

/**
 * Every server action of the table called by its id, as scripts do, by everybody who lacks the right or whose record it is not: whatever
 * state the record is in, and whether or not any page shows the form. With what belongs in the form they are tried in rights.spec.ts.
 */
const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, idle_timeout: 1, onnotice: () => undefined });

type Built = { filename: string; exportedName: string };

/** What the build calls each action, by the name that it has in the table. */
function builtActions(): Map<string, { id: string; file: string }> {
  const { node } = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as { node: Record<string, Built> };
  return new Map(
    Object.entries(node).map(([id, { filename, exportedName }]) => {
      const folders = filename
        .split("/")
        .slice(1, -1)
        .filter((part) => !part.startsWith("("));
      return [`/${folders.join("/")} ${exportedName}`, { id, file: filename }];
    }),
  );
}

/** The types of the parameters of an action, by their names, as its file declares them. */
function parametersOf(file: string, name: string): [name: string, type: string][] {
  const declared = new RegExp(`export async function ${name}\\(([^)]*)\\)`).exec(readFileSync(file, "utf8"))?.[1] ?? "";
  return declared.split(/,(?![^{]*})/).flatMap((part) => {
    const [, given, type] = /^\s*(\{[^}]*\}|\w+)\s*:\s*([\s\S]+?)\s*$/.exec(part) ?? [];
    return given && type ? [[given, type] as [string, string]] : [];
  });
}

/** The arguments as React writes them down (encodeReply): the record of the page where one is named, an empty form where there is one. */
function argumentsFor(parameters: [string, string][], route: string, { path }: Sample): Record<string, string> {
  const segments = route.split("/").map((segment, place) => [segment.replace(/\W/g, ""), path.split(/[/?]/)[place] ?? ""] as const);
  const record = Object.fromEntries(segments);
  const values = parameters.map(([name, type]) => {
    if (type === "FormData") return "$K1";
    if (type === "FormState" || type.endsWith("State")) return { values: {}, problems: [] };
    if (type === "number") return Number(record[name] ?? 1);
    if (type === "boolean") return true;
    if (type === "string") return record[name] ?? crypto.randomUUID();
    // One that is taken apart, or whose parts are named in its type.
    const parts = (name.startsWith("{") ? name : type).match(/\w+(?=\s*[,:;}])/g) ?? [];
    return Object.fromEntries(parts.map((part) => [part, record[part] ?? "1"]));
  });
  return { "1_reason": "", "0": JSON.stringify(values) };
}

async function call(request: APIRequestContext, path: string, id: string, multipart: Record<string, string>, player?: Player) {
  const headers = {
    accept: "text/x-component",
    "next-action": id,
    origin: new URL(process.env.BASE_URL ?? "").origin,
    ...(player ? { cookie: player.cookie } : {}),
  };
  const answer = await request.post(path, { headers, multipart, maxRedirects: 0 });
  return { status: answer.status(), isFound: answer.headers()["x-nextjs-action-not-found"] === undefined };
}

test.describe.configure({ timeout: 240_000 });

test("no action does anything for those without the right, or with a record of others", async ({ request }) => {
  const players = await signInAll();
  const whose = { applicantId: idOf(players, "nobody's"), counsellorId: idOf(players, "own counsellor") };
  const known = await samples(sql, { provider: provider.own, authority: authority.own, ...whose });
  const built = builtActions();
  const guarded = Object.entries(actions).filter(([, access]) => isRight(access)) as [string, Permission][];
  const wrong: string[] = [];
  for (const [action, access] of guarded) {
    const [route = "", name = ""] = action.split(" ");
    const sample = known[route] ?? { path: route.replace("/[locale]", "/en"), owner: null };
    const made = built.get(action);
    if (!made || sample.path.includes("[")) throw new Error(`${action} is not built, or e2e/samples.ts has no example of its page`);
    const given = argumentsFor(parametersOf(made.file, name), route, sample);
    const strangers = players.filter((player) => expected({ access, owner: sample.owner, route }, player) === 404);
    for (const player of [...strangers, undefined]) {
      const { status, isFound } = await call(request, sample.path, made.id, given, player);
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
  await call(request, "/en/manage/applications", built.get(begin)?.id ?? "", { "0": "[]" }, applicant);
  const begun = await sql`select from events where actor = ${`person:${applicant?.personId}`} and type = 'application.begun'`;
  expect(begun).toHaveLength(1);
});
