import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { brandStyle } from "@/components/layout/brand";
import { fontVariables } from "@/components/layout/fonts";
import { country } from "@/lib/country/country";
import { env } from "@/lib/env";
import { isLocale } from "@/lib/i18n/locales";
import { plainText } from "@/lib/texts/texts";
import "@/components/layout/globals.css";

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f2efe8" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1415" },
  ],
};

export async function generateMetadata({ params }: LayoutProps<"/[locale]">): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = await getTranslations({ locale, namespace: "common" });
  const name = plainText(country.name, locale);

  return {
    metadataBase: new URL(env.SITE_URL),
    title: { template: `%s · ${name}`, default: name },
    description: t("footer.what"),
    applicationName: name,
  };
}

/**
 * `header` and `footer` are slots of their own, because only a page is told its address: the language links keep page and query, on 404 too, and
 * whoever reports something says of which page.
 */
export default async function LocaleLayout({ children, header, footer, params }: LayoutProps<"/[locale]">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);

  return (
    <html lang={locale} dir="ltr" className={fontVariables} style={brandStyle(country.brand)}>
      <body>
        {header}
        {children}
        {footer}
      </body>
    </html>
  );
}
