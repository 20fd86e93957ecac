import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PartFields } from "@/components/criteria/part-fields";
import { DeskPage } from "@/components/desk/desk-page";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { isNamedPart, partsOf } from "@/lib/criteria/input";
import { findOwnCriteria } from "@/lib/criteria/queries";
import { address } from "@/lib/i18n/address";
import { saveCriteriaAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/criteria/[id]/[part]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "criteria" });
  return { title: t("edit"), robots: { index: false } };
}

export default async function CriteriaPartPage({ params, searchParams }: Props) {
  const { locale, id, part } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`oversight/criteria/${id}/${part}`);
  const actor = actorOf(person);
  const set = mayAtAll(actor, "criteria.manage") ? await findOwnCriteria(actor, id) : undefined;
  if (!set || set.publishedAt || !partsOf(set.content).includes(part)) notFound();
  const [t, desk, { done }] = await Promise.all([getTranslations("criteria"), getTranslations("desk"), searchParams]);

  return (
    <DeskPage
      person={person}
      part="criteria"
      title={isNamedPart(part) ? t(`part.${part}`) : `${t("edit")}: ${part}`}
      done={done}
      actions={<a href={address(locale, `oversight/criteria/${id}`)}>{t("back")}</a>}
    >
      <ActionForm
        action={saveCriteriaAction.bind(null, id, part, set.revision)}
        problemsTitle={desk("problems")}
        className="mt-8 grid gap-8"
      >
        <PartFields key={set.revision} content={set.content} part={part} />
        <Button type="submit" className="justify-self-start">
          {t("save")}
        </Button>
      </ActionForm>
    </DeskPage>
  );
}
