/** Council Recommendation 2022/C 243/02 on EUR-Lex, in the reader's language. */
export function recommendationUrl(locale: string): string {
  return `https://eur-lex.europa.eu/legal-content/${locale.toUpperCase()}/TXT/?uri=CELEX:32022H0627(02)`;
}
