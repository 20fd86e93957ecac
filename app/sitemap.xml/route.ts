import { env } from "@/lib/env";
import { countSitemaps } from "@/lib/sitemap/queries";
import { sitemapIndex } from "@/lib/sitemap/sitemap";

export const dynamic = "force-dynamic";

/** Names the files: `site` for pages and providers, then the visible offerings in numbered parts. */
export async function GET(): Promise<Response> {
  const parts = Array.from({ length: await countSitemaps() }, (_, part) => `${env.SITE_URL}/sitemaps/${part + 1}.xml`);
  return new Response(sitemapIndex([`${env.SITE_URL}/sitemaps/site.xml`, ...parts]), { headers: { "content-type": "application/xml" } });
}
