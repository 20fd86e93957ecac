import { setRequestLocale } from "next-intl/server";
import { SiteHeader } from "@/components/layout/site-header";

/** `of` is the address that failed, after its language: the language links lead there and not to the page that stands in for it. */
export default async function Header({ params, searchParams }: PageProps<"/[locale]/failure/[code]">) {
  const { locale } = await params;
  const { of = "" } = await searchParams;
  setRequestLocale(locale);
  const [path = "", ...query] = String(of).split("?");

  return <SiteHeader locale={locale} path={path} query={query.length === 0 ? "" : `?${query.join("?")}`} person={undefined} />;
}
