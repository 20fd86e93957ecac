import { env } from "@/lib/env";
import { locales } from "@/lib/i18n/locales";
import { listOccupationIds, listProviderSlugs, listRegisterSlugs, listSitemap, listTaughtSkills } from "@/lib/sitemap/queries";
import { type Address, urlSet } from "@/lib/sitemap/sitemap";

const fixed = ["", "/offerings", "/providers", "/register", "/register/log", "/audits", "/skills", "/about", "/privacy", "/accessibility"];

export async function GET(_: Request, { params }: { params: Promise<{ page: string }> }): Promise<Response> {
  // Named with an ending, as other files are, so that the choice of language leaves it alone.
  const page = (await params).page.replace(/\.xml$/, "");
  const addresses = page === "site" ? await siteAddresses() : await offeringAddresses(Number(page));
  if (addresses.length === 0) return new Response("There is no such part of the sitemap.", { status: 404 });
  return new Response(urlSet(addresses, env.SITE_URL, locales), { headers: { "content-type": "application/xml" } });
}

async function siteAddresses(): Promise<Address[]> {
  const [providers, registered, taught, occupations] = await Promise.all([
    listProviderSlugs(),
    listRegisterSlugs(),
    listTaughtSkills(),
    listOccupationIds(),
  ]);
  const paths = [
    ...fixed,
    ...providers.map((slug) => `/providers/${slug}`),
    ...registered.map((slug) => `/register/${slug}`),
    ...taught.map((id) => `/skills/${id}`),
    ...occupations.map((id) => `/skills/occupations/${id}`),
  ];
  return paths.map((path) => ({ path }));
}

async function offeringAddresses(page: number): Promise<Address[]> {
  if (!Number.isInteger(page) || page < 1 || page > 10_000) return [];
  const offerings = await listSitemap(page);
  return offerings.map(({ slug, updated }) => ({ path: `/offerings/${slug}`, updated }));
}
