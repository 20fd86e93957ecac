import type { Metadata } from "next";
import { country } from "@/lib/country/country";
import { plainText } from "@/lib/texts/texts";
import { address } from "./address";
import { locales } from "./locales";

type Page = {
  locale: string;
  /** The address after the language, with its query where that is part of what the page is. */
  path: string;
  title: string;
  description: string;
  /** For pages that readers reach but search engines should pass by. */
  noindex?: boolean;
  /** The address of its feed, where it has one. */
  feed?: string;
};

/** What every public page says about itself: title, description, its one address and the same page in the other languages. */
export function pageMetadata({ locale, path, title, description, noindex = false, feed }: Page): Metadata {
  const languages = Object.fromEntries(locales.map((other) => [other, address(other, path)]));

  return {
    title,
    description,
    alternates: {
      canonical: address(locale, path),
      languages: { ...languages, "x-default": path === "" ? "/" : `/${path}` },
      ...(feed ? { types: { "application/atom+xml": feed } } : {}),
    },
    openGraph: {
      type: "website",
      siteName: plainText(country.name, locale),
      locale,
      alternateLocale: locales.filter((other) => other !== locale),
      title,
      description,
      url: address(locale, path),
    },
    ...(noindex ? { robots: { index: false, follow: true } } : {}),
  };
}
