import fc from "fast-check";
import { expect, test } from "vitest";
import { type RiskFacts, riskOf, riskParts, scoreOf } from "./risk";

const nothing: RiskFacts = {
  openFlags: 0,
  monitoringRisk: 0,
  substantiatedReports: 0,
  monthsSinceAudit: 0,
  accreditationLapses: false,
  restrictions: 0,
  sessions: 0,
  unconfirmedSessions: 0,
};

const someFacts = fc
  .record({
    openFlags: fc.nat(40),
    monitoringRisk: fc.nat(900),
    substantiatedReports: fc.nat(9),
    monthsSinceAudit: fc.option(fc.nat(200)),
    accreditationLapses: fc.boolean(),
    restrictions: fc.nat(5),
    sessions: fc.nat(50),
    unconfirmedSessions: fc.nat(50),
  })
  .map((facts) => ({ ...facts, unconfirmedSessions: Math.min(facts.unconfirmedSessions, facts.sessions) }));

test("nothing known is no risk, all of it is a hundred, and no part passes what it can give", () => {
  expect(scoreOf(riskOf(nothing))).toBe(0);
  expect(Object.values(riskParts).reduce((a, b) => a + b, 0)).toBe(100);
  fc.assert(
    fc.property(someFacts, (facts) => {
      const risk = riskOf(facts);
      for (const [part, most] of Object.entries(riskParts)) {
        const points = risk[part as keyof typeof riskParts];
        expect(points).toBeGreaterThanOrEqual(0);
        expect(points).toBeLessThanOrEqual(most);
        expect(Number.isInteger(points)).toBe(true);
      }
    }),
  );
});

test("more of what speaks for an audit never lowers the score", () => {
  const more: (keyof RiskFacts)[] = ["openFlags", "monitoringRisk", "substantiatedReports", "restrictions"];
  fc.assert(
    fc.property(someFacts, fc.constantFrom(...more), (facts, what) => {
      expect(scoreOf(riskOf({ ...facts, [what]: Number(facts[what]) + 1 }))).toBeGreaterThanOrEqual(scoreOf(riskOf(facts)));
    }),
  );
});

test("no audit ever counts as one four years ago", () => {
  expect(riskOf({ ...nothing, monthsSinceAudit: null })).toEqual(riskOf({ ...nothing, monthsSinceAudit: 48 }));
  expect(riskOf({ ...nothing, monthsSinceAudit: 12 }).lastAudit).toBe(4);
});
