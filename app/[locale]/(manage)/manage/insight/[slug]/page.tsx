import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { cache } from "react";
import { DeskPage } from "@/components/desk/desk-page";
import { WeeksChart } from "@/components/insight/weeks-chart";
import { LocalText } from "@/components/offerings/local-text";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { listInsight } from "@/lib/insight/queries";
import { plainText } from "@/lib/texts/texts";

type Props = PageProps<"/[locale]/manage/insight/[slug]">;

/** The page and its title ask the same: once. */
const find = cache(async (slug: string) => {
  const person = await requirePerson(`manage/insight/${slug}`);
  const [offering] = await listInsight(actorOf(person), today(), slug);
  return { person, offering: offering ?? notFound() };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const { offering } = await find(slug);
  const t = await getTranslations({ locale, namespace: "insight" });
  return { title: `${plainText(offering.title, locale, offering.original)}: ${t("title")}`, robots: { index: false } };
}

export default async function OfferingInsightPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const { person, offering } = await find(slug);
  const t = await getTranslations("insight");

  return (
    <DeskPage
      person={person}
      part="insight"
      title={<LocalText texts={offering.title} original={offering.original} />}
      actions={
        <>
          <ButtonLink look="quiet" href={address(locale, "manage/insight")}>
            {t("back")}
          </ButtonLink>
          <ButtonLink look="quiet" href={address(locale, `offerings/${slug}`)}>
            {t("page")}
          </ButtonLink>
        </>
      }
    >
      <Section id="weeks" title={t("weeks")}>
        <WeeksChart weeks={offering.weeks} />
      </Section>
    </DeskPage>
  );
}
