import { useLocale, useTranslations } from "next-intl";
import { address } from "@/lib/i18n/address";
import { chosenQuery } from "@/lib/lists/chosen";
import { KeepLink } from "./keep-link";

/** The way to keep an offering, in the reader's words. */
export function KeepOne({ slug, title, look }: { slug: string; title: string; look?: string }) {
  const t = useTranslations("lists");
  const href = address(useLocale(), `lists${chosenQuery([slug])}`);
  return <KeepLink slug={slug} title={title} href={href} words={{ keep: t("keep"), kept: t("kept") }} {...(look ? { look } : {})} />;
}
