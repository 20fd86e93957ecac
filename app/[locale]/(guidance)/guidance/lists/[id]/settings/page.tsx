import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { LabelField } from "@/components/guidance/label-field";
import { ColleagueField } from "@/components/guidance/left-lists";
import { ListPage } from "@/components/guidance/list-page";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { Nothing } from "@/components/ui/nothing";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { requirePerson } from "@/lib/auth/session";
import { findOwnList, listColleagues } from "@/lib/guidance/lists/queries";
import { deleteListAction, handOverListAction, labelListAction } from "./actions";

type Props = PageProps<"/[locale]/guidance/lists/[id]/settings">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "clients.tabs" });
  return { title: t("settings"), robots: { index: false } };
}

export default async function SettingsPage({ params, searchParams }: Props) {
  const [{ locale, id }, { done }] = await Promise.all([params, searchParams]);
  setRequestLocale(locale);
  const person = await requirePerson(`guidance/lists/${id}/settings`);
  const actor = actorOf(person);
  const { list } = (await findOwnList(actor, id)) ?? notFound();
  const [t, desk, colleagues] = await Promise.all([getTranslations("clients.settings"), getTranslations("desk"), listColleagues(actor)]);
  const form = { problemsTitle: desk("problems"), className: "grid max-w-xl gap-5" };

  return (
    <ListPage person={person} list={list} current="settings" done={done}>
      <Section id="called" title={t("label")}>
        <ActionForm {...form} key={list.title} action={labelListAction.bind(null, id)} label={t("label")}>
          <LabelField label={list.title} />
          <Button type="submit" look="quiet" className="justify-self-start">
            {t("saveLabel")}
          </Button>
        </ActionForm>
      </Section>
      {!list.isTemplate && (
        <Section id="hand-over" title={t("handOver")}>
          {colleagues.length === 0 ? (
            <Nothing className="">{t("alone")}</Nothing>
          ) : (
            <ActionForm {...form} action={handOverListAction.bind(null, id)} label={t("handOver")}>
              <p className="max-w-[62ch]">{t("handOverText")}</p>
              <ColleagueField name="colleague" label={t("colleague")} colleagues={colleagues} />
              <Button type="submit" look="quiet" className="justify-self-start">
                {t("handOverNow")}
              </Button>
            </ActionForm>
          )}
        </Section>
      )}
      <Section id="delete" title={t("delete")}>
        <p className="mb-2 max-w-[62ch]">{t("deleteText")}</p>
        <Details summary={t("delete")}>
          <ActionForm {...form} action={deleteListAction.bind(null, id)} label={t("delete")}>
            <p className="mt-2 max-w-[62ch] font-semibold">{t("deleteSure")}</p>
            <Button type="submit" look="quiet" className="justify-self-start">
              {t("deleteNow")}
            </Button>
          </ActionForm>
        </Details>
      </Section>
    </ListPage>
  );
}
