import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { BoundsFields } from "@/components/guidance/bounds-fields";
import { ListPage } from "@/components/guidance/list-page";
import { PlanView } from "@/components/plans/plan-view";
import { SessionField } from "@/components/plans/session-field";
import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { HiddenField } from "@/components/ui/hidden-field";
import { Nothing } from "@/components/ui/nothing";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { findOwnList } from "@/lib/guidance/lists/queries";
import { noteUse } from "@/lib/guidance/uses/commands";
import { address } from "@/lib/i18n/address";
import { boundsOf } from "@/lib/lists/queries";
import { findPlan } from "@/lib/plans/queries";
import { plainText } from "@/lib/texts/texts";
import { savePlanAction } from "./actions";

type Props = PageProps<"/[locale]/guidance/lists/[id]/plan">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "plans" });
  return { title: t("title"), robots: { index: false } };
}

export default async function PlanPage({ params, searchParams }: Props) {
  const [{ locale, id }, { done }] = await Promise.all([params, searchParams]);
  setRequestLocale(locale);
  const person = await requirePerson(`guidance/lists/${id}/plan`);
  const actor = actorOf(person);
  const { list, items } = (await findOwnList(actor, id)) ?? notFound();
  if (list.isTemplate) notFound();
  const bounds = boundsOf(list);
  const [t, desk, plan] = await Promise.all([getTranslations("clients"), getTranslations("desk"), findPlan(items, bounds)]);
  await noteUse(actor, "plan-read");
  const [basis, day] = [list.updatedAt.toISOString(), today()];
  const there = items.filter(({ offering }) => offering.notice === null);

  return (
    <ListPage person={person} list={list} current="plan" done={done}>
      {items.length === 0 ? (
        <Nothing action={<ButtonLink href={address(locale, `guidance/lists/${id}`)}>{t("tabs.list")}</ButtonLink>}>
          {t("emptyPlan")}
        </Nothing>
      ) : (
        <div className="mt-6">
          <PlanView plan={plan} bounds={bounds} offerings={items.map(({ offering }) => offering)} />
          {plan.conflicts.length > 0 && (
            <p className="mt-6">
              <a href={address(locale, `guidance/lists/${id}`)} className="font-semibold">
                {t("changeOrder")}
              </a>
            </p>
          )}
        </div>
      )}
      <Section id="change" title={t("changePlan")}>
        <ActionForm
          action={savePlanAction.bind(null, id)}
          problemsTitle={desk("problems")}
          label={t("changePlan")}
          className="grid max-w-3xl gap-6"
        >
          <HiddenField name="basis" value={basis} />
          <BoundsFields bounds={bounds} />
          {there.length > 0 && (
            <Details summary={t("sessions", { count: there.length })} open>
              <div className="mt-3 grid gap-5">
                {there.map((item) => {
                  const title = plainText(item.offering.title, locale, item.offering.original);
                  return (
                    <div key={item.offering.id}>
                      <p className="font-bold [overflow-wrap:anywhere]">{title}</p>
                      <SessionField item={item} day={day} title={title} />
                    </div>
                  );
                })}
              </div>
            </Details>
          )}
          <Button type="submit" className="w-full sm:w-auto sm:justify-self-start">
            {t("savePlan")}
          </Button>
        </ActionForm>
      </Section>
    </ListPage>
  );
}
