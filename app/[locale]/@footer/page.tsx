import { setRequestLocale } from "next-intl/server";
import { SiteFooter } from "@/components/layout/site-footer";

export default async function FrontFooter({ params }: PageProps<"/[locale]">) {
  const { locale } = await params;
  setRequestLocale(locale);

  return <SiteFooter locale={locale} path="" />;
}
