import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { FeedFields } from "@/components/harvest/feed-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { listMappingNames } from "@/lib/harvest/queries";
import { addFeedAction } from "./actions";

type Props = PageProps<"/[locale]/manage/harvest/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "harvest" });
  return { title: t("new.title"), robots: { index: false } };
}

export default async function NewFeedPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("manage/harvest/new");
  const actor = actorOf(person);
  if (!mayAtAll(actor, "harvest.manage")) notFound();
  const [t, desk, mappings] = await Promise.all([getTranslations("harvest"), getTranslations("desk"), listMappingNames(actor)]);

  return (
    <DeskPage person={person} part="harvest" title={t("new.title")} intro={t("new.intro")}>
      <ActionForm action={addFeedAction} problemsTitle={desk("problems")} label={t("new.title")} className="mt-8 grid gap-5 sm:max-w-xl">
        <FeedFields mappings={mappings} />
        <Button type="submit" className="justify-self-start">
          {t("new.add")}
        </Button>
      </ActionForm>
    </DeskPage>
  );
}
