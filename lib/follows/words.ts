import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/i18n/locales";
import de from "@/lib/i18n/messages/de/following.json";
import en from "@/lib/i18n/messages/en/following.json";
import fr from "@/lib/i18n/messages/fr/following.json";
import nl from "@/lib/i18n/messages/nl/following.json";
import type { FollowedName } from "./news/news";

const words = { en, nl, fr, de };

/** What is followed in words, for pages and mails alike. */
export function followedTitle(name: FollowedName, locale: Locale): string {
  if (name.kind !== "search") return name.title;
  const t = createTranslator({ locale, messages: { following: words[locale] }, namespace: "following.search" });
  if (name.words === "") return t(name.filters === 0 ? "all" : "filtered", { filters: name.filters });
  return t(name.filters === 0 ? "words" : "wordsFiltered", { words: name.words, filters: name.filters });
}
