import de from "@/lib/i18n/messages/de/files.json";
import en from "@/lib/i18n/messages/en/files.json";
import fr from "@/lib/i18n/messages/fr/files.json";
import nl from "@/lib/i18n/messages/nl/files.json";

/** Why an offering is no longer in the catalogue, as its page tells the public. */
export const withdrawnReason: Record<string, string> = {
  en: en.undo.reason,
  nl: nl.undo.reason,
  fr: fr.undo.reason,
  de: de.undo.reason,
};
