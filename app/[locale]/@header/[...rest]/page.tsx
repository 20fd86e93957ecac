import { setRequestLocale } from "next-intl/server";
import { SiteHeader } from "@/components/layout/site-header";
import { findPerson } from "@/lib/auth/session";
import { queryOf } from "@/lib/i18n/query-of";

export default async function Header({ params, searchParams }: PageProps<"/[locale]/[...rest]">) {
  const { locale, rest } = await params;
  setRequestLocale(locale);

  return <SiteHeader locale={locale} path={rest.join("/")} query={queryOf(await searchParams)} person={await findPerson()} />;
}
