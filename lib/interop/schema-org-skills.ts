import type { Texts } from "@/db/schema";
import { plainText } from "@/lib/texts/texts";
import type { JsonLd } from "./schema-org";

type Described = { uri: string; labels: Texts; descriptions: Texts; code: string | null };

/** ESCO as schema.org names a list of terms. */
const esco = { "@type": "DefinedTermSet", name: "ESCO", url: "http://data.europa.eu/esco/concept-scheme/skills" };

export function toDefinedTerm({ uri, labels, descriptions, code }: Described, locale: string): JsonLd {
  return {
    ...{ "@context": "https://schema.org", "@type": "DefinedTerm", "@id": uri, name: plainText(labels, locale) },
    description: plainText(descriptions, locale) || undefined,
    termCode: code ?? undefined,
    inDefinedTermSet: esco,
  };
}

export function toOccupation({ needs, ...occupation }: Described & { needs: { uri: string; labels: Texts }[] }, locale: string): JsonLd {
  return {
    ...{ "@context": "https://schema.org", "@type": "Occupation", "@id": occupation.uri, name: plainText(occupation.labels, locale) },
    description: plainText(occupation.descriptions, locale) || undefined,
    occupationalCategory: occupation.code ?? undefined,
    skills: needs.map(({ uri, labels }) => ({ "@type": "DefinedTerm", "@id": uri, name: plainText(labels, locale) })),
  };
}
