import type { RestrictionEntry } from "@/lib/accreditations/accreditation";
import { Bearing, RestrictionDecision, RestrictionTitle } from "./restriction-list";
import { StatusNotice } from "./status-notice";

/**
 * What the authority warns of or has limited, while the page's subject is in the catalogue: never without the decision, which it cannot
 * outlive. `bearing` says on which part of a provider's catalogue it bears.
 */
export function Warnings({ restrictions, bearing = false }: { restrictions: RestrictionEntry[]; bearing?: boolean }) {
  return restrictions.map((one) => (
    <StatusNotice key={one.id} id={`warning-${one.id}`} tone="warn" title={<RestrictionTitle restriction={one} />}>
      {bearing && <Bearing restriction={one} />}
      <RestrictionDecision restriction={one} />
    </StatusNotice>
  ));
}
