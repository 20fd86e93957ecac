import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { UseCharts } from "@/components/guidance/use-charts";
import { UseTable } from "@/components/guidance/use-table";
import { ButtonLink } from "@/components/ui/button";
import { Nothing } from "@/components/ui/nothing";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { requirePerson } from "@/lib/auth/session";
import { uses } from "@/lib/guidance/use";
import { listUse } from "@/lib/guidance/uses/queries";
import { address } from "@/lib/i18n/address";

type Props = PageProps<"/[locale]/guidance/use">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "guidance.use" });
  return { title: t("title"), robots: { index: false } };
}

export default async function UsePage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("guidance/use");
  const months = (await listUse(actorOf(person))) ?? notFound();
  const t = await getTranslations("guidance.use");
  const isEmpty = months.every((month) => uses.every((what) => month[what] === 0));
  const file = (
    <ButtonLink href={address(locale, "guidance/use/file")} look="quiet">
      {t("file")}
    </ButtonLink>
  );

  return (
    <DeskPage person={person} part="use" title={t("title")} intro={t("intro")} actions={!isEmpty && file}>
      {isEmpty ? (
        <Nothing action={<ButtonLink href={address(locale, "guidance/search")}>{t("begin")}</ButtonLink>}>{t("empty")}</Nothing>
      ) : (
        <>
          <Section id="months" title={t("months")}>
            <UseCharts months={months} />
          </Section>
          <Section id="numbers" title={t("numbers")}>
            <UseTable months={months} />
          </Section>
        </>
      )}
      <Section id="counted" title={t("countedTitle")}>
        <p className="max-w-[62ch]">{t("counted")}</p>
        <p className="mt-3 max-w-[62ch]">{t("notCounted")}</p>
      </Section>
    </DeskPage>
  );
}
