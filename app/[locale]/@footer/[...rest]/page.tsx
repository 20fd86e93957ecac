import { setRequestLocale } from "next-intl/server";
import { SiteFooter } from "@/components/layout/site-footer";

export default async function Footer({ params }: PageProps<"/[locale]/[...rest]">) {
  const { locale, rest } = await params;
  setRequestLocale(locale);

  return <SiteFooter locale={locale} path={rest.join("/")} />;
}
