import { readFileSync } from "node:fs";
import fc from "fast-check";
import { RelaxNGValidator, XmlDocument } from "libxml2-wasm";
import { expect, test } from "vitest";
import { type AtomEntry, toAtom } from "./atom";

const entry: AtomEntry = {
  id: "urn:uuid:1",
  title: { text: "Soil & care" },
  url: "https://cairn.example/en/offerings/soil?a=1&b=2",
  summary: { text: 'More <than> "earth"', language: "fr" },
  author: "Garden College",
  published: new Date("2026-01-01T10:00:00Z"),
  updated: new Date("2026-02-01T10:00:00Z"),
  categories: [{ term: "0812", label: "Horticulture" }],
};
const feed = {
  id: "urn:feed",
  self: "https://cairn.example/f",
  page: "https://cairn.example/p",
  title: "New",
  subtitle: "",
  language: "en",
  author: "Cairn",
};

const atom = "http://www.w3.org/2005/Atom";
const schema = RelaxNGValidator.fromDoc(XmlDocument.fromBuffer(readFileSync("lib/interop/atom.rng")));

/** What another program reads, which first finds the feed valid by the schema of the RFC. */
function read(feed: string, ...paths: string[]): string[] {
  using document = XmlDocument.fromString(feed);
  schema.validate(document);
  return paths.map((path) => String(document.eval(`string(${path})`, { a: atom })));
}

test("a feed was last changed when the newest change was made, and an empty one never", () => {
  const older = { ...entry, id: "urn:uuid:2", updated: new Date("2026-01-15T10:00:00Z") };
  expect(toAtom({ ...feed, entries: [older, entry] })).toContain("<updated>2026-02-01T10:00:00.000Z</updated>\n<author>");
  expect(toAtom({ ...feed, entries: [] })).toBe(toAtom({ ...feed, entries: [] }));
});

test("a feed is valid by the schema of the RFC, and the schema would find what is missing", () => {
  const whole = toAtom({ ...feed, subtitle: "About soil", entries: [entry] });
  expect(read(whole, "//a:entry/a:summary", "//a:entry/a:summary/@xml:lang", "//a:entry/a:category/@label")).toEqual([
    'More <than> "earth"',
    "fr",
    "Horticulture",
  ]);
  for (const needed of [/<id>urn:uuid:1<\/id>\n/, /<updated>2026-02-01T10:00:00.000Z<\/updated>\n(?=<author>)/, /<title>New<\/title>\n/])
    expect(() => read(whole.replace(needed, "")), String(needed)).toThrow();
});

test("whatever a text holds, the feed stays valid and says it", () => {
  const any = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.stringMatching(/^[<>&"'\]!-]{0,20}$/));
  fc.assert(
    fc.property(any, any, (title, summary) => {
      const entries = [{ ...entry, title: { text: title }, summary: { text: `s${summary}` } }];
      const said = read(toAtom({ ...feed, title, entries }), "/a:feed/a:title", "//a:entry/a:title", "//a:entry/a:summary");
      expect(said).toEqual([holdable(title), holdable(title), holdable(`s${summary}`)]);
    }),
  );
});

/** What XML can hold of a text, with the ends of lines that it knows. */
function holdable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them.
  const held = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return held.replace(/\r\n?/g, "\n");
}
