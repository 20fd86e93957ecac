import { expect, test } from "vitest";
import { context } from "./fixtures/context";
import { readOffering } from "./json-form";

test("half a character in an outcome is marked as lost, so that Postgres can keep the rest", () => {
  const outcomes = [{ type: "skill", text: { en: "Reads a \ud800sample\0" }, skills: ["http://example.org/\udc00"] }];
  const { content } = readOffering(1, { id: "A", title: { en: "Soil" }, outcomes }, context, () => undefined);
  expect(content?.outcomes).toEqual([{ type: "skill", text: { en: "Reads a \ufffdsample" }, skills: ["http://example.org/\ufffd"] }]);
});
