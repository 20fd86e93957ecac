import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Contents, Prose, ProseSection } from "@/components/ui/prose";
import { country } from "@/lib/country/country";
import { pageMetadata } from "@/lib/i18n/metadata";

type Props = PageProps<"/[locale]/privacy">;

const sections = [
  "cookies",
  "search",
  "kept",
  "counting",
  "feedback",
  "reports",
  "language",
  "logs",
  "accounts",
  "published",
  "rights",
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "static.privacy" });
  return pageMetadata({ locale, path: "privacy", title: t("title"), description: t("description") });
}

export default async function PrivacyPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("static.privacy");
  const contents = await getTranslations("static");
  const { email } = country.contact;

  return (
    <Prose
      title={t("title")}
      lead={t("lead")}
      contents={<Contents label={contents("contents")} sections={sections.map((id) => ({ id, heading: t(`${id}.heading`) }))} />}
    >
      {sections.map((id) => (
        <ProseSection key={id} id={id} heading={t(`${id}.heading`)}>
          <p>{t.rich(`${id}.text`, { email, a: (words) => <a href={`mailto:${email}`}>{words}</a> })}</p>
        </ProseSection>
      ))}
    </Prose>
  );
}
