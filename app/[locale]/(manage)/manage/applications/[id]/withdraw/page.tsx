import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { Button, ButtonLink } from "@/components/ui/button";
import { findOwnApplication } from "@/lib/applications/queries";
import { actorOf } from "@/lib/auth/actor";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { plainText } from "@/lib/texts/texts";
import { withdrawApplicationAction } from "./actions";

type Props = PageProps<"/[locale]/manage/applications/[id]/withdraw">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "application" });
  return { title: t("withdraw.short"), robots: { index: false } };
}

export default async function WithdrawPage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`manage/applications/${id}/withdraw`);
  const application = await findOwnApplication(actorOf(person), id);
  if (!application) notFound();
  const t = await getTranslations("application");
  const name = plainText(application.content.identity.names, locale) || t("unnamed");

  return (
    <DeskPage person={person} part="applications" title={t("withdraw.title", { name })} intro={t("withdraw.text")}>
      <form action={withdrawApplicationAction.bind(null, id)} className="mt-6 flex flex-wrap gap-3">
        <Button type="submit">{t("withdraw.button")}</Button>
        <ButtonLink look="quiet" href={address(locale, `manage/applications/${id}`)}>
          {t("back")}
        </ButtonLink>
      </form>
    </DeskPage>
  );
}
