import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";

type Props = PageProps<"/[locale]/[...rest]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "static.notFound" });
  return { title: t("title") };
}

/** Every address that no other page answers. */
export default async function Nowhere({ params }: Props) {
  setRequestLocale((await params).locale);
  notFound();
}
