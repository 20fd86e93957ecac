import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageNotFound } from "@/components/layout/page-not-found";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("static.notFound");
  return { title: t("title") };
}

/**
 * Only a browser with JavaScript draws it, under `next dev`: elsewhere failure/[code] stands in its place (bin/web.mjs), and every page would
 * be sent with it all the same.
 */
export default function NotFound() {
  return process.env.NODE_ENV === "production" ? null : <PageNotFound />;
}
