import { useTranslations } from "next-intl";
import type { OfferingContent } from "@/lib/offerings/content";

/** An element that nobody stated is said to be so: it does not just lack. */
export function NotStated() {
  const t = useTranslations("offering");
  return <span className="rounded-sm border border-line-strong border-dashed px-1.5 text-ink-2 text-sm">{t("notStated")}</span>;
}

/** Where a value was not stated for this offering but once for all that the provider offers. */
export function CatalogueWide({ content, fields }: { content: OfferingContent; fields: (keyof OfferingContent)[] }) {
  const t = useTranslations("offering");
  if (!fields.some((field) => content.statedForCatalogue.includes(field))) return null;
  return <span className="block text-ink-2 text-sm">{t("statedForCatalogue")}</span>;
}
