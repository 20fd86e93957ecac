import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { failureTexts, PageFailed } from "@/components/layout/page-failed";
import { PageNotFound } from "@/components/layout/page-not-found";

type Props = PageProps<"/[locale]/failure/[code]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, code } = await params;
  const t = await getTranslations({ locale, namespace: "static.notFound" });
  return { title: code === "500" ? failureTexts(locale).heading : t("title"), robots: { index: false } };
}

/**
 * What readers see when a page is not there or fails. Next itself then answers with an empty page for JavaScript to fill, so bin/web.mjs
 * puts this one in its place, with the status of the answer. It asks no server for anything: it must stand when they are away.
 */
export default async function FailurePage({ params }: Props) {
  const { locale, code } = await params;
  setRequestLocale(locale);
  return code === "500" ? <PageFailed locale={locale} /> : <PageNotFound />;
}
