import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { aContent, aRecord, aSessionRecord } from "@/lib/testing/records";
import { type OfferingRecord, toOfferingDocument } from "./document";
import { matchEnd, matchStart, parts, toItem } from "./item";
import { parseSearchQuery } from "./query";

const day = "2026-11-23";

function item(record: OfferingRecord, params: Parameters<typeof parseSearchQuery>[0] = {}, locale = "en") {
  const document = toOfferingDocument(record, day);
  return toItem({ ...document, texts: document }, parseSearchQuery(params), locale, { day });
}

const textOf = (shown: { parts: { text: string }[] } | null) => shown?.parts.map(({ text }) => text).join("");

describe("a text with its matches", () => {
  it("is cut at the marks, which are not shown", () => {
    expect(parts(`Care of ${matchStart}soil${matchEnd} and ${matchStart}so${matchEnd}on`)).toEqual([
      { text: "Care of ", match: false },
      { text: "soil", match: true },
      { text: " and ", match: false },
      { text: "so", match: true },
      { text: "on", match: false },
    ]);
    expect(parts("")).toEqual([]);
  });

  it("loses no character, however it was marked", () => {
    const pieces = fc.array(fc.record({ text: fc.string({ unit: "grapheme", minLength: 1 }), match: fc.boolean() }));
    fc.assert(
      fc.property(pieces, (all) => {
        const marked = all.map(({ text, match }) => (match ? `${matchStart}${text}${matchEnd}` : text)).join("");
        const found = parts(marked);
        expect(found.map(({ text }) => text).join("")).toBe(all.map(({ text }) => text).join(""));
        expect(found.filter(({ match }) => match)).toEqual(all.filter(({ match }) => match));
      }),
    );
  });
});

describe("a result as the reader gets it", () => {
  const content = aContent({ originalLanguage: "nl", title: { nl: "Bodemzorg", en: "Soil care" }, summary: { nl: "Voor tuiniers" } });

  it("is in the reader's language where there is a text in it, else in the original, and says which", () => {
    const found = item(aRecord({ content }));
    expect([textOf(found.title), found.title.language]).toEqual(["Soil care", "en"]);
    expect([textOf(found.summary), found.summary?.language]).toEqual(["Voor tuiniers", "nl"]);
    expect(item(aRecord({ content }), {}, "fr").title.language).toBe("nl");
  });

  it("tells the language of an original that no page is written in", () => {
    const polish = aContent({ originalLanguage: "pl", title: { pl: "Gleba" }, summary: {} });
    const found = item(aRecord({ content: polish }));
    expect([textOf(found.title), found.title.language]).toEqual(["Gleba", "pl"]);
  });

  it("calls a translation into English English, whatever the original is", () => {
    const polish = aContent({ originalLanguage: "pl", title: { pl: "Gleba", en: "Soil care" }, summary: { en: "For gardeners" } });
    const found = item(aRecord({ content: polish }));
    expect([textOf(found.title), found.title.language]).toEqual(["Soil care", "en"]);
    expect(found.summary?.language).toBe("en");
  });

  it("puts the session one can enrol in before an earlier one that is only announced", () => {
    const announced = aSessionRecord({ startsOn: "2026-12-01" });
    const open = aSessionRecord({ startsOn: "2027-02-01", windows: [{ opensOn: "2026-11-01", closesOn: null }] });
    expect(item(aRecord({ sessions: [announced, open] })).session).toMatchObject({ startsOn: "2027-02-01", sessions: 2 });
  });

  it("tells only of sessions that answer the search", () => {
    const online = aSessionRecord({ startsOn: "2027-03-01", modes: ["online"], prices: { everyone: 100, students: 0 } });
    const onsite = aSessionRecord({ startsOn: "2027-01-10", modes: ["onsite"] });
    const record = aRecord({ sessions: [onsite, online] });
    expect(item(record, { mode: "online" }).session).toMatchObject({ startsOn: "2027-03-01", sessions: 1, price: { amount: 100 } });
    expect(item(record, { startTo: "2027-01-31" }).session).toMatchObject({ startsOn: "2027-01-10", price: null });
    expect(item(record, { free: "1" }).session).toBeNull();
  });
});
