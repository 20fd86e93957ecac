/** One address of the site, without its language: `/offerings/welding`. */
export type Address = { path: string; updated?: string };

/** Every address in every language, each naming its translations (sitemaps.org 0.9 with Google's hreflang extension). */
export function urlSet(addresses: Address[], site: string, locales: readonly string[]): string {
  const urls = addresses.flatMap(({ path, updated }) => {
    const alternates = locales
      .map((locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${site}/${locale}${path}"/>`)
      .join("");
    const modified = updated ? `<lastmod>${updated}</lastmod>` : "";
    return locales.map((locale) => `<url><loc>${site}/${locale}${path}</loc>${modified}${alternates}</url>`);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join("\n")}\n</urlset>\n`;
}

export function sitemapIndex(files: string[]): string {
  const entries = files.map((file) => `<sitemap><loc>${file}</loc></sitemap>`).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries}\n</sitemapindex>\n`;
}
