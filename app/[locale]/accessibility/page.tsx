import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { BulletList, Contents, Prose, ProseSection } from "@/components/ui/prose";
import { country } from "@/lib/country/country";
import { formatDay } from "@/lib/i18n/format";
import { pageMetadata } from "@/lib/i18n/metadata";
import { plainText } from "@/lib/texts/texts";

type Props = PageProps<"/[locale]/accessibility">;

/** The parts and their order are those of the EU's model statement (Commission Implementing Decision 2018/1523). */
const sections = ["status", "gaps", "tested", "feedback", "enforcement"] as const;

/** The day of the self-assessment: changes when somebody has tested again. */
const testedOn = "2026-11-25";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "static.accessibility" });
  return pageMetadata({ locale, path: "accessibility", title: t("title"), description: t("description") });
}

export default async function AccessibilityPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("static.accessibility");
  const contents = await getTranslations("static");
  const email = country.contact.accessibility;

  return (
    <Prose
      title={t("title")}
      lead={t("lead", { name: plainText(country.name, locale) })}
      contents={<Contents label={contents("contents")} sections={sections.map((id) => ({ id, heading: t(`${id}.heading`) }))} />}
    >
      <ProseSection id="status" heading={t("status.heading")}>
        <p>{t("status.text")}</p>
      </ProseSection>
      <ProseSection id="gaps" heading={t("gaps.heading")}>
        <p>{t("gaps.lead")}</p>
        <BulletList items={(["people", "texts", "sites"] as const).map((gap) => t(`gaps.${gap}`))} />
      </ProseSection>
      <ProseSection id="tested" heading={t("tested.heading")}>
        <p>{t("tested.text", { day: formatDay(testedOn, locale, "long") })}</p>
      </ProseSection>
      <ProseSection id="feedback" heading={t("feedback.heading")}>
        <p>{t.rich("feedback.text", { email, a: (words) => <a href={`mailto:${email}`}>{words}</a> })}</p>
      </ProseSection>
      <ProseSection id="enforcement" heading={t("enforcement.heading")}>
        <p>{t("enforcement.text")}</p>
      </ProseSection>
    </Prose>
  );
}
