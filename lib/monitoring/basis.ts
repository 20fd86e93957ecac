import { createHash } from "node:crypto";
import { reportState } from "@/lib/quality/report";
import type { QualityFacts } from "./quality-flags";

/** Raised where a rule of flags.ts, copies.ts or risk.ts changes: everything is then looked at anew. */
const rules = 1;

/** All that a look depends on beside the version and what officers did, both of which ask for a look by themselves. */
export type Basis = {
  neverConfirmed: number;
  /** The standards of the accreditations that cover the offering today. */
  covered: string[];
  /** The offerings of others whose texts are to be compared, each with its version. */
  alike: string[];
  /** What quality agencies say of the provider; a report counts anew when it begins and when it ends. */
  reported: QualityFacts | undefined;
  /** What the country's file says of its version. */
  stated: unknown;
};

export function basisOf({ neverConfirmed, covered, alike, reported, stated }: Basis): string {
  const reports = reported?.reports.map((one) => JSON.stringify([one, reportState(one, reported.day)])).toSorted();
  const declared = reported?.declared.map((one) => JSON.stringify(one)).toSorted();
  const all = [rules, neverConfirmed, covered.toSorted(), alike.toSorted(), stated, reports, declared];
  return createHash("sha256").update(JSON.stringify(all)).digest("base64url");
}
