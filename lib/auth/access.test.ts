import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { pages } from "./access";
import { actions } from "./actions";
import { routes } from "./routes";

/** The address of a file in app/: its folder, without groups. */
function addressOf(file: string): string {
  const parts = file.split("/").slice(1, -1);
  return `/${parts.filter((part) => !part.startsWith("(")).join("/")}`;
}

/** Slots such as the header are parts of pages, no addresses. Patterns pass folders by whose names begin with a dot. */
const files = (pattern: string) =>
  [pattern, pattern.replace("app/**", "app/.well-known/**")]
    .flatMap((one) => globSync(one, { cwd: process.cwd() }))
    .filter((file, place, all) => !file.includes("/@") && all.indexOf(file) === place);

function exported(file: string, names: RegExp): string[] {
  const declared = readFileSync(file, "utf8").matchAll(/^export (?:async )?(?:function|const) (\w+)/gm);
  return [...declared].flatMap(([, name = ""]) => (names.test(name) ? [name] : []));
}

test("the table names every page there is, and none that is not", () => {
  expect(Object.keys(pages).sort()).toEqual(files("app/**/page.tsx").map(addressOf).sort());
});

test("the table names every server action there is, and none that is not", () => {
  const found = files("app/**/actions.ts").flatMap((file) => exported(file, /./).map((name) => `${addressOf(file)} ${name}`));
  expect(found.filter((name) => !name.endsWith("Action"))).toEqual([]);
  expect(Object.keys(actions).sort()).toEqual(found.sort());
});

test("every server action reads what it is sent, which may be anything", () => {
  const open = files("app/**/actions.ts").flatMap((file) => {
    const lines = readFileSync(file, "utf8").matchAll(/^export (?!const \w+ = (?:formAction|action)\().*/gm);
    return [...lines].map(([line]) => `${file}: ${line}`);
  });
  expect(open).toEqual([]);
});

test("server actions are nowhere else", () => {
  const others = files("{app,components,lib}/**/*.{ts,tsx}").filter((file) => !file.endsWith("/actions.ts"));
  expect(others.filter((file) => /^\s*["']use server["']/m.test(readFileSync(file, "utf8")))).toEqual([]);
});

test("the table names every other address by its method, and none that is not", () => {
  const found = files("app/**/route.ts").flatMap((file) =>
    exported(file, /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/).map((method) => `${method} ${addressOf(file)}`),
  );
  expect(Object.keys(routes).sort()).toEqual(found.sort());
});
