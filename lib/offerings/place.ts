import type { AccreditationEntry } from "@/lib/accreditations/accreditation";
import type { Day } from "@/lib/days/days";
import { type OfferingScope, standingOn } from "@/lib/visibility/visibility";
import { type Notice, noticeOn } from "./notice";
import type { OfferingView } from "./queries";

export type OfferingPlace = { scope: OfferingScope; notice: Notice | null; inForce: AccreditationEntry | null };

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
  return { scope, notice, inForce: inForce ?? null };
}
