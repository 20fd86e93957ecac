import fc from "fast-check";
import { expect, test } from "vitest";
import { type AtomEntry, toAtom } from "./atom";

const entry: AtomEntry = {
  id: "urn:uuid:1",
  title: "Soil & care",
  url: "https://cairn.example/en/offerings/soil?a=1&b=2",
  summary: 'More <than> "earth"',
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

/** Takes the marks of XML off again. */
const plain = (xml: string) => xml.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
const first = (xml: string, name: string) => plain(new RegExp(`<entry>[\\s\\S]*?<${name}>([\\s\\S]*?)</${name}>`).exec(xml)?.[1] ?? "");

test("a feed was last changed when the newest change was made, and an empty one never", () => {
  const older = { ...entry, id: "urn:uuid:2", updated: new Date("2026-01-15T10:00:00Z") };
  expect(toAtom({ ...feed, entries: [older, entry] })).toContain("<updated>2026-02-01T10:00:00.000Z</updated>\n<author>");
  expect(toAtom({ ...feed, entries: [] })).toBe(toAtom({ ...feed, entries: [] }));
});

test("whatever a text holds, the feed stays well formed and says it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (title, summary) => {
      const xml = toAtom({ ...feed, entries: [{ ...entry, title, summary: `s${summary}` }] });
      expect(xml).not.toMatch(/&(?!(?:amp|lt|gt|quot);)/);
      expect(xml.match(/<entry>/g)).toHaveLength(1);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold them.
      const holdable = `s${summary}`.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
      expect(first(xml, "summary")).toBe(holdable);
    }),
  );
});
