import { expect, test } from "@playwright/test";
import fc from "fast-check";
import postgres from "postgres";
import { pages } from "@/lib/auth/access";
import { actions } from "@/lib/auth/actions";
import { routes } from "@/lib/auth/routes";
import { type Built, builtActions, call, type Fields, nothingShown, type Parameter, rightValue, send } from "./calls";
import { authority, expected, idOf, type Player, provider, signInAll } from "./players";
import { type Sample, samples } from "./samples";
import { anyAddress, anyField, anyForm, wrongValue } from "./wild";

/**
 * Every server action there is, called by its id with anything at all, as scripts may: by somebody who may use it, or else nothing but the
 * rights would be tried. Last of all specs, since some of what is sent is by chance what the action wants.
 */
const sql = postgres(process.env.DATABASE_URL ?? "", { max: 1, idle_timeout: 1, onnotice: () => undefined });
const seed = 20261127;

type Tried = { action: string; made: Built; sample: Sample; player: Player | undefined };

let players: Player[] = [];
let known: Record<string, Sample> = {};
let all: Tried[] = [];

test.describe.configure({ mode: "serial", timeout: 1_200_000 });

test.beforeAll(async () => {
  players = await signInAll();
  const whose = { applicantId: idOf(players, "nobody's"), counsellorId: idOf(players, "own counsellor") };
  known = await samples(sql, { provider: provider.own, authority: authority.own, ...whose });
  const built = builtActions();
  all = Object.entries(actions).map(([action, access]) => {
    const made = built.get(action);
    if (!made) throw new Error(`${action} is not built`);
    const { route } = made;
    const sample = known[route] ?? { path: route.replace("/[locale]", "/en").replace(/\[\w+\]/g, "unknown"), owner: null };
    const able = players.filter((player) => expected({ access, owner: sample.owner, route: "" }, player) === 200);
    return { action, made, sample, player: access === "public" ? undefined : able.at(-1) };
  });
});

/** Several at a time, as they come. */
async function each<T>(list: T[], work: (one: T) => Promise<void>): Promise<void> {
  const rest = list.values();
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (const one of rest) await work(one);
    }),
  );
}

const actors = () => players.map(({ personId }) => `person:${personId}`);
const eventsOfAll = async () =>
  (await sql<{ type: string }[]>`select type from events where actor = any(${actors()})`).map(({ type }) => type);

test("an argument that does not fit is a record that is not there, and nothing is done", async ({ request }) => {
  const wrong: string[] = [];
  const before = await eventsOfAll();
  let tried = 0;
  const takesSomething = all.filter(({ made }) => made.takesForm || made.parameters.length > 0);
  await each(takesSomething, async ({ action, made, sample, player }) => {
    for (const given of fc.sample(wrongArguments(made, sample), { numRuns: 5, seed })) {
      const { status, isFound } = await call(request, { path: sample.path, id: made.id, given, form: [["reason", "x"]] }, player);
      tried++;
      if (status !== 404 || !isFound) wrong.push(`${action} of ${JSON.stringify(given).slice(0, 200)}: ${status}`);
    }
  });
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(750);
  expect(await eventsOfAll()).toEqual(before);
});

/** At least one of them is not what the page gives. An action that takes nothing can be given nothing wrong. */
function wrongArguments(made: Built, sample: Sample): fc.Arbitrary<readonly unknown[]> {
  const right = made.parameters.map((parameter) => rightValue(parameter, made, sample));
  const wild = made.parameters.map((parameter, place) => fc.oneof(fc.constant(right[place]), wrongValue(parameter)));
  const oneWrong = made.parameters.map((parameter: Parameter, place) =>
    fc.tuple(...wild.map((usual, at) => (at === place ? wrongValue(parameter) : usual))).map((values) => [...values, nothingShown, "$K1"]),
  );
  const noForm = fc.oneof(
    fc.constant([...right]),
    fc.constant([...right, nothingShown, {}]),
    fc.constant([...right, nothingShown, "$undefined"]),
  );
  return fc.oneof(...oneWrong, ...(made.takesForm ? [noForm] : []));
}

test("whatever stands in a form is taken or named", async ({ request }) => {
  const wrong: string[] = [];
  let tried = 0;
  await each(all, async ({ action, made, sample, player }) => {
    const page = await request.get(sample.path, { headers: { accept: "text/html", ...(player ? { cookie: player.cookie } : {}) } });
    const names = [...(await page.text()).matchAll(/<(?:input|select|textarea|button)\b[^>]* name="([^"$]+)"/g)].map(
      ([, name = ""]) => name,
    );
    const given = made.parameters.map((parameter) => rightValue(parameter, made, sample));
    for (const form of fc.sample(anyForm(names), {
      numRuns: made.takesForm ? 12 : 1,
      seed: seed + all.findIndex((one) => one.action === action),
    })) {
      const { status } = await call(
        request,
        { path: sample.path, id: made.id, given: [...given, nothingShown, "$K1"], form: form as Fields },
        player,
      );
      tried++;
      if (status >= 500)
        wrong.push(
          `${action}: ${status} for ${JSON.stringify(form.map(([name, value]) => [name, String(value).slice(0, 60)])).slice(0, 600)}`,
        );
    }
  });
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(1200);
});

test("no address fails at what stands in it", async ({ request }) => {
  const gets = Object.entries(routes).filter(([route]) => route.startsWith("GET /"));
  const addresses = [...Object.entries(pages), ...gets.map(([route, access]) => [route.slice("GET ".length), access] as const)];
  const wrong: string[] = [];
  let tried = 0;
  await each(addresses, async ([route, access]) => {
    const { path, owner } = known[route] ?? { path: route.replace("/[locale]", "/en"), owner: null };
    const player = access === "public" ? undefined : players.filter((one) => expected({ access, owner, route: "" }, one) === 200).at(-1);
    for (const address of fc.sample(anyAddress(route, path), { numRuns: 10, seed })) {
      const headers = { accept: "text/html", ...(player ? { cookie: player.cookie } : {}) };
      const answer = await request.get(address, { headers, maxRedirects: 0 });
      const status = answer.status();
      await answer.dispose();
      tried++;
      if (status >= 500 && !/\/failure\//.test(route) && !/\/api\/ready/.test(route)) wrong.push(`${address.slice(0, 300)}: ${status}`);
    }
  });
  expect(wrong).toEqual([]);
  expect(tried).toBeGreaterThan(1500);
});

test("what is no call of an action at all is refused", async ({ request }) => {
  const [one] = all;
  if (!one) throw new Error("There is no action");
  const { path } = one.sample;
  const { id } = one.made;
  const bodies = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.json(),
    fc.constantFrom(
      "",
      "[",
      '["$K9"]',
      '["$5"]',
      '["$@1"]',
      '["$F1"]',
      '["$Q1"]',
      '["$h1"]',
      '{"length":1001}',
      `[${"1,".repeat(2000)}1]`,
      "x".repeat(1_200_000),
    ),
  );
  const wrong: string[] = [];
  for (const data of fc.sample(bodies, { numRuns: 150, seed })) {
    for (const type of ["text/plain;charset=UTF-8", "multipart/form-data; boundary=x"]) {
      const { status } = await send(request, { path, id, data, headers: { "content-type": type } });
      if (status >= 500) wrong.push(`${type} ${data.slice(0, 100)}: ${status}`);
    }
  }
  for (const origin of ["https://elsewhere.example", "no address", "null"]) {
    const { status } = await send(request, { path, id, data: "[]", headers: { "content-type": "text/plain;charset=UTF-8", origin } });
    if (status >= 500) wrong.push(`from ${origin}: ${status}`);
  }
  for (const form of fc.sample(fc.array(anyField(["$ACTION_REF_1", "$ACTION_1:0", "$ACTION_1:1", "$ACTION_KEY", `$ACTION_ID_${id}`])), {
    numRuns: 100,
    seed,
  })) {
    const multipart = new FormData();
    for (const [name, value] of form) multipart.append(name, String(value));
    const answer = await request.post(path, { multipart, maxRedirects: 0 });
    if (answer.status() >= 500) wrong.push(`${JSON.stringify(form).slice(0, 200)}: ${answer.status()}`);
  }
  expect(wrong).toEqual([]);
});
