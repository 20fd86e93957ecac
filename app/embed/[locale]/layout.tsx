import type { Metadata, Viewport } from "next";
import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { fontVariables } from "@/components/layout/fonts";
import { isLocale } from "@/lib/i18n/locales";
import "@/components/layout/globals.css";

export const viewport: Viewport = { colorScheme: "light dark" };

/** It belongs to the page around it, which is the one to be found. */
export const metadata: Metadata = { robots: { index: false } };

/** Without the site's header and footer: it stands on another site. The page dresses it, since only a page is told its address. */
export default async function EmbedLayout({ children, params }: LayoutProps<"/embed/[locale]">) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);

  return (
    <html lang={locale} dir="ltr" className={fontVariables}>
      <body>{children}</body>
    </html>
  );
}
