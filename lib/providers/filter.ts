import { z } from "zod";
import type { Texts } from "@/lib/texts/texts";
import { plainText } from "@/lib/texts/texts";
import { isCode } from "@/lib/vocabularies/vocabulary";

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value) || undefined;

/** The list of providers as its address states it. What makes no sense counts as absent. */
const providerFilter = z.object({
  q: z.preprocess(one, z.string().trim().max(200).optional().catch(undefined)).transform((q) => q ?? ""),
  type: z.preprocess(
    one,
    z
      .string()
      .refine((code) => isCode("providerTypes", code))
      .optional()
      .catch(undefined),
  ),
});

export type ProviderFilter = z.output<typeof providerFilter>;

export function parseProviderFilter(params: Record<string, string | string[] | undefined>): ProviderFilter {
  return providerFilter.parse(params);
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

type Listed = { name: Texts; names: Texts[]; type: string | null; town: string | null };

/** The providers that fit, by name: every word must be found in one of the names, earlier ones too, or in the town. */
export function filterProviders<T extends Listed>(providers: T[], filter: ProviderFilter, locale: string): T[] {
  const words = fold(filter.q).split(/\s+/).filter(Boolean);
  const collator = new Intl.Collator(locale);
  return providers
    .filter(({ type }) => filter.type === undefined || type === filter.type)
    .filter(({ names, town }) => {
      const text = fold([...names.flatMap((name) => Object.values(name)), town].join(" "));
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => collator.compare(plainText(a.name, locale), plainText(b.name, locale)));
}
