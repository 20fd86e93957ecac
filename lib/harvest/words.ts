import type { Texts } from "@/db/schema";
import de from "@/lib/i18n/messages/de/harvest.json";
import en from "@/lib/i18n/messages/en/harvest.json";
import fr from "@/lib/i18n/messages/fr/harvest.json";
import nl from "@/lib/i18n/messages/nl/harvest.json";

/** Why an offering was withdrawn that its provider's feed no longer has, in every language in which learners may read it. */
export function reasonFor(feed: string): Texts {
  return Object.fromEntries(
    Object.entries({ en, nl, fr, de }).map(([language, { reason }]) => [language, reason.replace("{name}", () => feed)]),
  );
}
