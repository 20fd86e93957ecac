import type { Texts } from "@/db/schema";

export type { Texts };

/** A text to show, with the language it is really in, so that the page can mark it (WCAG 3.1.2). */
export type ShownText = { text: string; language: string; foreign: boolean };

/** The text in the reader's language, else in the original, else in any: never nothing while there is something. */
export function textIn(texts: Texts | null | undefined, locale: string, original?: string): ShownText | undefined {
  if (!texts) return undefined;
  const order = [locale, ...(original ? [original] : []), "en", ...Object.keys(texts)];
  const language = order.find((code) => texts[code]?.trim());
  if (!language) return undefined;
  return { text: texts[language] ?? "", language, foreign: language !== locale };
}

/** As `textIn`, for places where only the words matter. */
export function plainText(texts: Texts | null | undefined, locale: string, original?: string): string {
  return textIn(texts, locale, original)?.text ?? "";
}

export function hasText(texts: Texts | null | undefined): boolean {
  return Object.values(texts ?? {}).some((text) => text?.trim());
}
