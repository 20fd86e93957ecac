type Words = ((key: string) => string) & { has: (key: string) => boolean };

/** What happened, in the reader's language. What no longer exists as a type keeps the name under which it was written. */
export function sentenceOf(t: Words, type: string): string {
  return t.has(`what.${type}`) ? t(`what.${type}`) : type;
}
