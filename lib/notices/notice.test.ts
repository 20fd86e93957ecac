import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/lib/days/days";
import en from "@/lib/i18n/messages/en/notices.json";
import { digestMoment, kindsFor, kindsInOrder, type NoticeValues, warningFor, wayFor } from "./notice";
import { noticeSentence } from "./words";

describe("the warning of a lapse", () => {
  it("is due 90, 30 and 7 days before the last day, and never after it", () => {
    const due = [91, 90, 31, 30, 8, 7, 0, -1].map((days) => warningFor(addDays("2026-06-01", days), "2026-06-01"));
    expect(due).toEqual([null, 90, 90, 30, 30, 7, 7, null]);
  });
});

describe("the way somebody is told", () => {
  it("is what they chose, and the default for what they never chose or what means nothing", () => {
    expect(wayFor({ "import-finished": "at-once" }, "import-finished")).toBe("at-once");
    expect(wayFor({}, "application-questioned")).toBe("at-once");
    expect(wayFor({ "accreditation-lapses": "by pigeon" }, "accreditation-lapses")).toBe("digest");
  });
});

describe("the kinds that somebody is asked about", () => {
  it("are those that can reach one of their roles", () => {
    const manager = kindsFor(["manager"]);
    expect(manager).toEqual(expect.arrayContaining(["accreditation-lapses", "import-finished", "undo-failed", "audit-asked", "feed-asks"]));
    expect(manager.filter((kind) => kind.startsWith("case-") || kind.startsWith("guest-") || kind === "list-changed")).toEqual([]);
    expect(kindsFor(["viewer"])).not.toContain("session-unconfirmed");
    expect(kindsFor([])).toEqual(["application-questioned", "application-decided"]);
    expect(kindsFor(["viewer", "assessor"])).toEqual(expect.arrayContaining(["case-assigned"]));
  });
});

it("sends digests at seven in the country's morning, in summer and in winter", () => {
  expect(digestMoment("2026-07-01", "Europe/Brussels").toISOString()).toBe("2026-07-01T05:00:00.000Z");
  expect(digestMoment("2026-12-01", "Europe/Brussels").toISOString()).toBe("2026-12-01T06:00:00.000Z");
});

describe("the sentence of a notice", () => {
  const values: NoticeValues = {
    "accreditation-lapses": { accreditation: "ESG", on: "2026-12-31", days: 7 },
    "application-received": { organisation: "Garden College" },
    "application-questioned": { organisation: "Garden College" },
    "case-assigned": { organisation: "Garden College" },
    "guest-invited": { organisation: "Garden College" },
    "guest-ended": { organisation: "Garden College" },
    "jurisdiction-changed": { region: "Limburg (BE22)", on: "2027-01-01", change: "gained" },
    "case-to-moderate": { organisation: "Garden College" },
    "case-to-decide": { organisation: "Garden College" },
    "case-remitted": { organisation: "Garden College" },
    "application-decided": { organisation: "Garden College", decision: "registered" },
    "register-decided": { decision: "suspend", number: 12, from: "2026-12-01" },
    "monitoring-comment": { offering: "Soil care", text: "Is this level right?" },
    "monitoring-shared": { offering: "Soil care" },
    "report-received": { number: "R-00012" },
    "report-forwarded": { number: "R-00012", on: "2026-12-01" },
    "report-answered": { number: "R-00012" },
    "report-closed": { number: "R-00012", outcome: "substantiated" },
    "audit-announced": { number: "A-00012" },
    "audit-asked": { number: "A-00012", on: "2026-12-01" },
    "audit-findings": { number: "A-00012", on: "2026-12-01" },
    "audit-final": { number: "A-00012" },
    "audit-action": { number: "A-00012", on: "2026-12-01" },
    "audit-due": { number: "A-00012", on: "2026-12-01", when: "after" },
    "audit-closed": { number: "A-00012" },
    "audit-assigned": { number: "A-00012" },
    "audit-moved": { number: "A-00012", organisation: "Garden College" },
    "audit-proposed": { number: "A-00012", organisation: "Garden College" },
    "import-finished": { file: "a.csv", published: 12, drafts: 0, refused: 1 },
    "import-failed": { file: "a.csv" },
    "undo-failed": { file: "a.csv" },
    "session-unconfirmed": { sessions: 3 },
    "feed-asks": { feed: "Ours" },
    "published-on-schedule": { offering: "Soil care" },
    "schedule-failed": { offering: "Soil care" },
    "service-ends": { service: "Wayfinders", on: "2026-12-31", change: "ends" },
    "list-changed": { offering: "Soil care", changes: 2 },
  };

  it("is whole in every language for every kind", () => {
    for (const kind of kindsInOrder) {
      expect(en.kind).toHaveProperty(kind);
      for (const locale of ["en", "nl", "fr", "de"]) {
        const sentence = noticeSentence({ kind, values: values[kind] }, locale);
        expect(sentence, `${locale} ${kind}`).toMatch(/^.{20,}[.?]$/);
        expect(sentence).not.toMatch(/[{}]|notices\./);
      }
    }
  });

  it("writes days as the reader does", () => {
    expect(noticeSentence({ kind: "accreditation-lapses", values: values["accreditation-lapses"] }, "de")).toContain(
      "31.\u00a0Dezember\u00a02026",
    );
  });

  it("carries any file name unchanged", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (file) => {
        fc.pre(!/^\d{4}-\d\d-\d\d$/.test(file));
        expect(noticeSentence({ kind: "import-failed", values: { file } }, "en")).toContain(file);
      }),
    );
  });
});
