import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ItemsForm } from "@/components/guidance/items-form";
import { ListPage } from "@/components/guidance/list-page";
import { Choosing } from "@/components/offerings/choosing";
import { PlanFacts } from "@/components/plans/plan-facts";
import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextField } from "@/components/ui/form-fields";
import { Nothing } from "@/components/ui/nothing";
import { actorOf } from "@/lib/auth/actor";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { mostCompared } from "@/lib/comparisons/comparison";
import { findOwnList } from "@/lib/guidance/lists/queries";
import { address } from "@/lib/i18n/address";
import { chosenQuery } from "@/lib/lists/chosen";
import { boundsOf } from "@/lib/lists/queries";
import { countToLookAt } from "@/lib/plans/plan";
import { findPlan } from "@/lib/plans/queries";
import { keepInListAction, saveListAction } from "./actions";

type Props = PageProps<"/[locale]/guidance/lists/[id]">;

/** No page of a list says its label where a browser prints or remembers it: in its title. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "clients" });
  return { title: t("one"), robots: { index: false } };
}

export default async function OneListPage({ params, searchParams }: Props) {
  const [{ locale, id }, { done }] = await Promise.all([params, searchParams]);
  setRequestLocale(locale);
  const person = await requirePerson(`guidance/lists/${id}`);
  const { list, items } = (await findOwnList(actorOf(person), id)) ?? notFound();
  const [t, desk, plan] = await Promise.all([getTranslations("clients"), getTranslations("desk"), findPlan(items, boundsOf(list))]);
  const slugs = items.map(({ offering }) => offering.slug);
  const files = [
    ["csv", `guidance/lists/${id}/file`],
    ["calendar", `lists/calendar.ics${chosenQuery(slugs)}`],
  ] as const;
  const search = <ButtonLink href={address(locale, `guidance/search?list=${id}`)}>{t("toSearch")}</ButtonLink>;

  return (
    <ListPage person={person} list={list} current="" done={done} actions={items.length > 0 && search}>
      {items.length === 0 ? (
        <Nothing action={search}>{t("emptyList")}</Nothing>
      ) : (
        <>
          {!list.isTemplate && (
            <div className="mt-6">
              <PlanFacts plan={plan} bounds={boundsOf(list)} />
              {plan.conflicts.length > 0 && (
                <p className="mt-3">
                  <a href={address(locale, `guidance/lists/${id}/plan#conflicts`)} className="font-semibold">
                    {t("conflicts", { count: countToLookAt(plan) })}
                  </a>
                </p>
              )}
            </div>
          )}
          <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2">
            {slugs.length > 1 && slugs.length <= mostCompared && (
              <ButtonLink look="quiet" href={address(locale, `compare${chosenQuery(slugs)}`)}>
                {t("compareAll")}
              </ButtonLink>
            )}
            {files.map(([name, path]) => (
              <a key={name} href={address(locale, path)} className="inline-flex min-h-9 items-center text-sm">
                {t(name)}
              </a>
            ))}
          </div>
          <Choosing keep={false}>
            <ItemsForm list={list} items={items} day={today()} action={saveListAction.bind(null, id)} />
          </Choosing>
        </>
      )}
      <ActionForm
        action={keepInListAction.bind(null, id)}
        problemsTitle={desk("problems")}
        label={t("add.label")}
        className="mt-10 flex max-w-[44rem] flex-wrap items-end gap-3"
      >
        <div className="min-w-0 flex-1 basis-72">
          <TextField name="offering" label={t("add.label")} hint={t("add.hint")} autoComplete="off" />
        </div>
        <Button type="submit" look="quiet">
          {t("add.add")}
        </Button>
      </ActionForm>
    </ListPage>
  );
}
