import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { Button, ButtonLink } from "@/components/ui/button";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { plainText } from "@/lib/texts/texts";
import { leaveAction } from "./actions";

type Props = PageProps<"/[locale]/manage/team/leave">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "team" });
  return { title: t("leave.short"), robots: { index: false } };
}

export default async function LeavePage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("manage/team/leave");
  if (!person.acting) notFound();
  const t = await getTranslations("team");
  const organisation = plainText(person.acting.name, locale);

  return (
    <DeskPage person={person} part="team" title={t("leave.title", { organisation })} intro={t("leave.text", { organisation })}>
      <form action={leaveAction} className="mt-6 flex flex-wrap gap-3">
        <Button type="submit">{t("leave.button")}</Button>
        <ButtonLink look="quiet" href={address(locale, "manage/team")}>
          {t("back")}
        </ButtonLink>
      </form>
    </DeskPage>
  );
}
