import type { AccreditationEntry, DecisionEntry, RegistrationEntry, RestrictionEntry } from "@/lib/accreditations/accreditation";
import { contains, type Day } from "@/lib/days/days";
import type { Texts } from "@/lib/texts/texts";
import { covers, type OfferingScope, type Standing } from "@/lib/visibility/visibility";

export type NoticeKind = "superseded" | "withdrawn" | "suspended" | "restricted" | "not-registered" | "lapsed" | "out-of-scope" | "not-yet";

/** Why an offering is not in the catalogue: what happened, since when, by which decision. */
export type Notice = {
  kind: NoticeKind;
  since: Day | null;
  decision: DecisionEntry | null;
  /** Where the register links to a document without holding the decision itself. */
  documentUrl: string | null;
  reason: Texts | null;
};

type Facts = {
  status: "draft" | "published" | "withdrawn" | "archived";
  superseded: boolean;
  withdrawnReason: Texts | null;
  scope: OfferingScope;
  registrations: RegistrationEntry[];
  accreditations: AccreditationEntry[];
  restrictions: RestrictionEntry[];
};

/** Why an offering is not in the catalogue, in one word; none where it is. What the provider did comes first. */
export function noticeKind(standing: Standing, { status, superseded }: Pick<Facts, "status" | "superseded">): NoticeKind | null {
  if (superseded) return "superseded";
  if (status !== "published") return "withdrawn";
  return standing.visible ? null : standing.why;
}

/** The notice that a page shows on a day, or none where the offering stands in the catalogue. What the provider did comes first. */
export function noticeOn(day: Day, standing: Standing, facts: Facts): Notice | null {
  const plain = { since: null, decision: null, documentUrl: null, reason: null };
  const kind = noticeKind(standing, facts);
  if (kind === "superseded") return { ...plain, kind };
  if (kind === "withdrawn") return { ...plain, kind, reason: facts.withdrawnReason };
  if (standing.visible) return null;

  const { why, since } = standing;
  if (why === "suspended" || why === "not-registered") {
    const decision = registrationDecision(why, day, facts.registrations);
    return { ...plain, kind: why, since, decision, documentUrl: decision?.documentUrl ?? null };
  }
  if (why === "restricted") {
    const decision = facts.restrictions.find((one) => one === standing.restriction)?.decision ?? null;
    return { ...plain, kind: why, since, decision, documentUrl: decision?.documentUrl ?? null };
  }
  if (why === "lapsed") {
    const ended = facts.accreditations
      .filter((one) => covers(one, facts.scope))
      .sort((a, b) => (b.valid.until ?? "").localeCompare(a.valid.until ?? ""))[0];
    return {
      ...plain,
      kind: why,
      since,
      decision: ended?.decision ?? null,
      documentUrl: ended?.decision?.documentUrl ?? ended?.decisionUrl ?? null,
    };
  }
  return { ...plain, kind: why, since };
}

/** The decision that suspended, or that ended the registration. */
function registrationDecision(why: "suspended" | "not-registered", day: Day, registrations: RegistrationEntry[]): DecisionEntry | null {
  const wanted = why === "suspended" ? ["suspended"] : ["withdrawn", "refused"];
  const holding = registrations.find(({ status, valid }) => wanted.includes(status) && contains(valid, day));
  return holding?.decision ?? null;
}
