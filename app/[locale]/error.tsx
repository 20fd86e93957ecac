"use client";

import { useParams } from "next/navigation";
import { failureTexts, PageFailed } from "@/components/layout/page-failed";

/**
 * The only code of ours that browsers load: React wants the boundary of an error on the client. It stands for what fails in a browser;
 * as the answer to a request failure/[code] stands in its place (bin/web.mjs).
 */
export default function Failure() {
  const { locale } = useParams<{ locale: string }>();

  return (
    <>
      <title>{failureTexts(locale).heading}</title>
      <PageFailed locale={locale} />
    </>
  );
}
