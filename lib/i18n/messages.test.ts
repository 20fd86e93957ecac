import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { sourceLocale } from "./locales";

type Messages = { [key: string]: string | Messages };

const folder = path.join(import.meta.dirname, "messages");
const languages = readdirSync(folder);
const areas = [...new Set(languages.flatMap((language) => readdirSync(path.join(folder, language))))];

/** Every message by its full key, reduced to what it needs: its arguments and tags. Plural and select are arguments too. */
function needs(language: string, area: string): Record<string, string[]> {
  return Object.fromEntries(
    flat(JSON.parse(readFileSync(path.join(folder, language, area), "utf8"))).map(([key, text]) => [key, argumentsIn(text)]),
  );
}

function flat(messages: Messages, prefix = ""): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
}

function argumentsIn(text: string): string[] {
  const tags = [...text.matchAll(/<(\w+)>/g)].map(([, name]) => `<${name}>`);
  return [...new Set([...bracesIn(text).flatMap(argumentNames), ...tags])].sort();
}

/** `day`, or `count, plural, one {# date} other {# dates}`, whose branches are texts with arguments of their own. */
function argumentNames(inside: string): string[] {
  const [name = "", ...rest] = inside.split(",");
  return [`{${name.trim()}}`, ...bracesIn(rest.join(",")).flatMap((branch) => bracesIn(branch).flatMap(argumentNames))];
}

/** What stands between the outermost braces. */
function bracesIn(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [position, letter] of [...text].entries()) {
    if (letter === "{" && depth++ === 0) start = position + 1;
    if (letter === "}" && --depth === 0) found.push([...text].slice(start, position).join(""));
  }
  return found;
}

for (const area of areas) {
  for (const language of languages.filter((one) => one !== sourceLocale)) {
    test(`${language}/${area} says everything that ${sourceLocale} says, with the same arguments`, () => {
      expect(needs(language, area)).toEqual(needs(sourceLocale, area));
    });
  }
}
