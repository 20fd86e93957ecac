import type { Texts } from "@/db/schema";
import type { ProviderStanding } from "@/lib/accreditations/accreditation";
import type { AccreditationFact } from "@/lib/visibility/visibility";
import type { FacetName, Status } from "./query";

export const pageSize = 20;

export type ListedOrganisation = {
  id: string;
  slug: string;
  name: Texts;
  /** What it was called on other days, where that is another name. */
  otherNames: Texts[];
  type: string | null;
  town: string | null;
  nuts: string | null;
  status: Status;
  standing: ProviderStanding;
  accreditations: AccreditationFact[];
};

export type RegisterFacets = Record<FacetName, Record<string, number>>;
export type RegisterResult = { total: number; page: number; pages: number; items: ListedOrganisation[]; facets: RegisterFacets };
