import { contains, type Day, type Period } from "@/lib/days/days";
import { fold } from "@/lib/imports/fold";
import type { SaidIdentifier, SaidInstitution } from "@/lib/interop/deqar/said";

/** An identifier as the register writes them. */
export type Identifier = { scheme: string; value: string };
/** Who holds an identifier, and when. */
export type Holder = Identifier & { organisationId: string; valid: Period };

/** DEQAR's names of the resources that numbers come from, folded, and the scheme that each is in the register. */
const schemes: Record<string, string> = {
  deqarinst: "deqarinst",
  eter: "eter",
  orgreg: "eter",
  schac: "schac",
  ror: "ror",
  pic: "pic",
  "eu-vat": "vat",
  vat: "vat",
  national: "national",
  "national identifier": "national",
  eidas: "eidas",
};

/**
 * The identifier that a file's number is in the register: by the field or resource it stands under, or as the agency's own number where no
 * resource is named. Undefined where the resource is none that the register knows: such a number identifies nobody.
 */
export function toIdentifier({ resource, value }: SaidIdentifier, agencyDeqarId: number): Identifier | undefined {
  if (resource === null) return { scheme: "agency", value: `${agencyDeqarId}:${bare(value)}` };
  const name = fold(resource);
  // SI-ETER.BAS.NATID: the national number of a country, as ETER keeps it.
  if (/^[a-z]{2}-eter\.bas\.natid$/.test(name)) return { scheme: "national", value: bare(value) };
  const scheme = Object.hasOwn(schemes, name) ? schemes[name] : undefined;
  return scheme === undefined ? undefined : { scheme, value: scheme === "ror" ? rorOf(value) : bare(value) };
}

function rorOf(value: string): string {
  return bare(value.replace(/^https?:\/\/ror\.org\//i, ""));
}

/** As identifiers are compared: without spaces, in capitals. */
export function bare(value: string): string {
  return value.replace(/\s+/g, "").toUpperCase();
}

const order = ["deqarinst", "eter"];
const rank = ({ scheme }: Identifier) => (order.includes(scheme) ? order.indexOf(scheme) : order.length);

export type Match = { organisationId: string; by: Identifier } | "differ" | undefined;

/**
 * The organisation that holds one of the identifiers on a day: DEQARINST before ETER before others, as DEQAR itself takes them. Where two of
 * them are held by two organisations, none is taken. A name plays no part.
 */
export function matchOf(identifiers: Identifier[], holders: Holder[], day: Day): Match {
  const found = [...identifiers]
    .sort((one, other) => rank(one) - rank(other))
    .flatMap((by) =>
      holders
        .filter((held) => held.scheme === by.scheme && bare(held.value) === bare(by.value) && contains(held.valid, day))
        .map(({ organisationId }) => ({ organisationId, by })),
    );
  if (new Set(found.map(({ organisationId }) => organisationId)).size > 1) return "differ";
  return found[0];
}

/** An organisation with a name that equals one that the report gives. */
export type Namesake = { organisationId: string; name: string; country: string; identifiers: (Identifier & { valid: Period })[] };

/**
 * Which namesakes an officer is asked about: none that holds another number of a scheme that the report gives, since then the numbers say
 * that it is somebody else, and none of another country than the report names.
 */
export function candidatesOf(said: SaidInstitution, identifiers: Identifier[], namesakes: Namesake[], day: Day): string[] {
  const names = said.names.map(fold);
  const elsewhere = (country: string) => said.country?.length === 2 && said.country.toUpperCase() !== country.toUpperCase();
  const contradicted = (one: Namesake) =>
    one.identifiers.some(
      (held) => contains(held.valid, day) && identifiers.some((by) => by.scheme === held.scheme && by.value !== bare(held.value)),
    );
  const fitting = namesakes.filter((one) => names.includes(fold(one.name)) && !elsewhere(one.country) && !contradicted(one));
  return [...new Set(fitting.map(({ organisationId }) => organisationId))].sort();
}
