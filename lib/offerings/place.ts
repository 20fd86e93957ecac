import type { AccreditationEntry, RestrictionEntry } from "@/lib/accreditations/accreditation";
import { contains, type Day } from "@/lib/days/days";
import { type OfferingScope, restricts, standingOn } from "@/lib/visibility/visibility";
import { type Notice, noticeOn } from "./notice";
import type { OfferingView } from "./queries";

export type OfferingPlace = {
  scope: OfferingScope;
  notice: Notice | null;
  inForce: AccreditationEntry | null;
  /** What the authority warns of or has limited while it is in the catalogue. */
  warnings: RestrictionEntry[];
  /** Only those who are enrolled finish. */
  teachOut: boolean;
};

/** Where an offering stands on a day: in the catalogue under an accreditation, or out of it with a notice. Always of the version in force, whichever is shown. */
export function placeOf(view: OfferingView, day: Day): OfferingPlace {
  const { current, provider, registrations, accreditations, restrictions } = view;
  const scope = { offeringId: view.id, eqf: current.eqf, fields: current.fields, setting: current.setting, nuts: provider.nuts };
  const standing = standingOn(day, { ...scope, effectiveFrom: current.effectiveFrom }, view);
  const notice = noticeOn(day, standing, {
    status: view.status,
    superseded: view.successor !== null,
    withdrawnReason: view.withdrawnReason,
    scope,
    registrations,
    accreditations,
    restrictions,
  });
  // The very row that holds: one accreditation can have several, each for its own days.
  const inForce = standing.visible ? accreditations.find((one) => one === standing.accreditation) : undefined;
  const bearing = notice ? [] : restrictions.filter((one) => contains(one.valid, day) && restricts(one, scope));
  return {
    scope,
    notice,
    inForce: inForce ?? null,
    warnings: bearing,
    teachOut: standing.visible && standing.warning === "teach-out",
  };
}
