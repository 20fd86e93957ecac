import { setRequestLocale } from "next-intl/server";
import { SiteFooter } from "@/components/layout/site-footer";

/** A page that failed says nothing that could be wrong. */
export default async function Footer({ params }: PageProps<"/[locale]/failure/[code]">) {
  const { locale } = await params;
  setRequestLocale(locale);

  return <SiteFooter locale={locale} path={null} />;
}
