import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { DeskSummary } from "@/components/offerings-desk/desk-summary";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { listKept } from "@/lib/offerings/kept/queries";

type Props = PageProps<"/[locale]/manage">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "desk" });
  return { title: t("home.title"), robots: { index: false } };
}

export default async function DeskHome({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("manage");
  const t = await getTranslations("desk");
  const actor = actorOf(person);

  return (
    <DeskPage person={person} part="home" title={t("home.title")} done={(await searchParams).done}>
      {person.members.length === 0 && (
        <Section id="apply" title={t("home.applyTitle")}>
          <p className="mb-5 max-w-[62ch]">{t("home.applyText")}</p>
          <ButtonLink href={address(locale, "manage/applications")}>{t("home.apply")}</ButtonLink>
        </Section>
      )}
      {mayAtAll(actor, "offering.read") && <DeskSummary offerings={await listKept(actor)} />}
    </DeskPage>
  );
}
