import { expect, test } from "vitest";
import { context } from "./fixtures/context";
import { problemsOf } from "./group";
import { readOffering } from "./json-form";
import { readRow } from "./row";

test("half a character in an outcome is marked as lost, so that Postgres can keep the rest", () => {
  const outcomes = [{ type: "skill", text: { en: "Reads a \ud800sample\0" }, skills: ["http://example.org/\udc00"] }];
  const { content } = readOffering(1, { id: "A", title: { en: "Soil" }, outcomes }, context, () => undefined);
  expect(content?.outcomes).toEqual([{ type: "skill", text: { en: "Reads a \ufffdsample" }, skills: ["http://example.org/\ufffd"] }]);
});

test("an ESCO address that is no skill is named and kept, where skills are loaded; other addresses and unloaded skills are not judged", () => {
  const at = (last: string) => `http://data.europa.eu/esco/skill/${last}`;
  const words = `Reads a soil map [${at("known")} ${at("gone")} https://skills.example/own]`;
  const cell = { column: "Leerresultaten", field: "outcomes", language: null, value: words } as const;
  const title = { column: "title", field: "title", language: null, value: "Soil" } as const;
  const id = { column: "id", field: "id", language: null, value: "A" } as const;
  const loaded = { ...context, skills: new Set([at("known")]) };
  const note = { code: "skillUnknown", value: at("gone") };
  const row = readRow({ sheet: "", row: 2 }, [id, title, cell], loaded);
  expect(problemsOf(row)).toEqual([{ ...note, field: "Leerresultaten" }]);
  expect(row.problems, "it can be published all the same").toEqual([]);
  expect(row.content?.outcomes?.[0]?.skills).toHaveLength(3);
  expect(problemsOf(readRow({ sheet: "", row: 2 }, [id, title, cell], context))).toEqual([]);
  const document = { id: "A", title: { en: "Soil" }, outcomes: [{ text: { en: "Reads" }, skills: [at("gone")] }] };
  expect(readOffering(1, document, loaded, () => undefined).notes).toEqual([{ ...note, field: "offerings.0.outcomes.0" }]);
});
