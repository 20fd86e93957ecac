import type { Day } from "@/lib/days/days";
import type { DemonstrationCatalogue, DemonstrationEdition } from "./input";

/** Office hours begin at nine: the moment at which the register learnt of something of a day. */
export const officeHours = (day: Day) => `${day} 09:00:00+01`;

/**
 * What a provider handed in on an earlier day: only the offerings that the edition names, each as it is in the catalogue but for what
 * it said otherwise then. Sessions belong to the day they were announced on: the edition has its own, or none.
 */
export function editionOf(
  { catalogue, offerings }: DemonstrationCatalogue,
  { offerings: then }: DemonstrationEdition,
): DemonstrationCatalogue {
  return {
    catalogue,
    offerings: then.map((said) => {
      const now = offerings.find(({ id }) => id === said.id);
      if (!now) throw new Error(`An earlier edition of a demonstration catalogue names ${said.id}, which the catalogue has not`);
      return { ...now, sessions: [], ...said };
    }),
  };
}
