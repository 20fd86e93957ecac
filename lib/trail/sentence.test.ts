import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { eventTypes, fromCursor, toCursor, trailGroups, trailSubjects, typesIn } from "./trail";

type Messages = { [key: string]: string | Messages };

const read = (locale: string): Messages => JSON.parse(readFileSync(`lib/i18n/messages/${locale}/trail.json`, "utf8"));
const at = (messages: Messages, key: string) =>
  key.split(".").reduce<string | Messages | undefined>((found, part) => (typeof found === "object" ? found[part] : undefined), messages);

test.each([...locales])("every type, group and kind of record has its words in %s, and no two types the same", (locale) => {
  const messages = read(locale);
  const keys = [
    ...eventTypes.map((type) => `what.${type}`),
    ...trailGroups.map((group) => `group.${group}`),
    ...trailSubjects.map((subject) => `about.${subject}`),
  ];
  expect(keys.filter((key) => typeof at(messages, key) !== "string")).toEqual([]);
  const sentences = eventTypes.map((type) => at(messages, `what.${type}`));
  expect(new Set(sentences).size).toBe(eventTypes.length);
});

test("what the code writes down is what the trail knows: no type is written that it has no sentence for", () => {
  const sources = globSync("{lib,app}/**/*.ts").filter((file) => !file.includes(".test.") && !file.includes("/testing/"));
  const written = sources.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\btype: "([a-z]+\.[a-z-]+)"/g)].map(([, type = ""]) => type),
  );
  expect(written.length).toBeGreaterThan(40);
  const own = written.filter((type) => !type.startsWith("demonstration."));
  expect(own.filter((type) => !eventTypes.some((known) => known === type))).toEqual([]);
});

test("each type is in one group, and no group is empty", () => {
  expect(trailGroups.flatMap(typesIn).sort()).toEqual([...eventTypes].sort());
  expect(trailGroups.filter((group) => typesIn(group).length === 0)).toEqual([]);
});

test("a place in the trail is read back from its address, and nothing else is one", () => {
  const place = { at: "2026-11-26T04:33:18.123456Z", id: 42 };
  expect(fromCursor(toCursor(place))).toEqual(place);
  for (const wrong of ["", "42", "2026-11-26T04:33:18.123456Z_", "2026-13-26T04:33:18.123456Z_1", "'; drop table events_1"])
    expect(fromCursor(wrong), wrong).toBeUndefined();
});
