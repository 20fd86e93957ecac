import type { Random } from "@/bench/random";
import { country } from "@/lib/country/country";
import { assignmentsOf, authoritiesOn } from "@/lib/jurisdictions/jurisdiction";

export type ProviderRow = {
  id: string;
  slug: string;
  roles: string[];
  provider_type: string | null;
  description: Record<string, string>;
  homepage: string;
  email: string;
  street: string;
  postal_code: string;
  town: string;
  country: string;
  nuts: string;
  latitude: number;
  longitude: number;
  /** Not a column: its row in organisation_names. */
  names: Record<string, string>;
  authority: string;
  standard: string;
};

const first = assignmentsOf(country.authorities);

const kinds = [
  ["higher-education", "esg", "Hogeschool", "Haute École", "Hochschule"],
  ["vocational", "eqavet", "Vakschool", "Institut technique", "Fachschule"],
  ["adult-education", "eqavet", "Centrum voor volwassenenonderwijs", "Promotion sociale", "Volkshochschule"],
  ["employer", "other", "Academie", "Académie", "Akademie"],
  ["social-partner", "eqf-annex-iv", "Opleidingsfonds", "Fonds de formation", "Bildungsfonds"],
  ["public-authority", "other", "Bestuursschool", "École d’administration", "Verwaltungsschule"],
  ["civil-society", "other", "Vormingswerk", "Éducation permanente", "Bildungswerk"],
] as const;
const surnames =
  "Eikenveld Zonneberg Ardenpoort Wilgenhof Grasmeer Steenvoorde Vallonge Fontclair Belcourt Rochefleur Morvaux Lindau Ahrenfels Tannwald Kupferberg Molenbrug Waterlelie Kasteelrode Sapinière Grandpré Courbevigne Hohenbach Nebelhorst Duinkant Kempenrode".split(
    " ",
  );

function organisation(random: Random, slug: string, roles: string[], names: Record<string, string>, type: string | null): ProviderRow {
  const place = random.pick(country.places);
  return {
    id: random.uuid(),
    slug,
    roles,
    provider_type: type,
    description: names,
    homepage: `https://${slug}.example/`,
    email: `info@${slug}.example`,
    street: `Kaai ${random.int(1, 200)}`,
    postal_code: String(random.int(1000, 9999)),
    town: place.names[0] ?? "",
    country: country.country,
    nuts: place.nuts,
    latitude: place.latitude,
    longitude: place.longitude,
    names,
    authority: authoritiesOn(first, place.nuts, "2026-01-01")[0] ?? "",
    standard: "other",
  };
}

/** The country's authorities, of which registrations and accreditations come. */
export function someAuthorities(random: Random): ProviderRow[] {
  return country.authorities.map(({ slug, names }) =>
    organisation(random, slug, ["competent-authority", "quality-agency"], names as Record<string, string>, null),
  );
}

/** Providers of all kinds in all places, each with a name of its own. */
export function someProviders(random: Random, count: number): ProviderRow[] {
  return Array.from({ length: count }, (_, position) => {
    const [type, standard, nl, fr, de] = random.weighted(kinds.map((kind, rank) => [kind, 6 - rank * 0.7] as const));
    const name = `${surnames[position % surnames.length]} ${Math.floor(position / surnames.length) + 1}`;
    const row = organisation(
      random,
      `national-${position}`,
      ["provider"],
      { nl: `${nl} ${name}`, fr: `${fr} ${name}`, de: `${de} ${name}` },
      type,
    );
    return { ...row, standard };
  });
}
