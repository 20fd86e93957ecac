import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ChangeJurisdictionForm } from "@/components/authorities/change-form";
import { JurisdictionChanges, JurisdictionMap } from "@/components/authorities/jurisdiction-map";
import { DeskPage } from "@/components/desk/desk-page";
import { ProblemSaid } from "@/components/desk/problem-said";
import { Button } from "@/components/ui/button";
import { InputField } from "@/components/ui/field";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { authoritiesCalled, country } from "@/lib/country/country";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { listJurisdictionChanges } from "@/lib/jurisdictions/changes/queries";
import { isDay, mapQuery } from "@/lib/jurisdictions/input";
import { mapOn } from "@/lib/jurisdictions/jurisdiction";
import { findAssignments } from "@/lib/jurisdictions/queries";
import { plainText } from "@/lib/texts/texts";
import { changeJurisdictionAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/authorities">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "authorities" });
  return { title: t("title"), robots: { index: false } };
}

export default async function AuthoritiesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/authorities");
  const actor = actorOf(person);
  const changes = (await listJurisdictionChanges(actor)) ?? notFound();
  const [t, asked, assignments] = await Promise.all([getTranslations("authorities"), searchParams, findAssignments()]);
  const { on } = mapQuery.parse(asked);
  const isReal = on === "" || isDay(on);
  const day = on && isReal ? on : today();
  const keeper = plainText(authoritiesCalled([country.keeper])[0]?.names, locale);

  return (
    <DeskPage person={person} part="authorities" title={t("title")} intro={t("intro")} done={asked.done}>
      <p className="mt-3 max-w-[68ch] text-ink-2">{t("keeper", { authority: keeper })}</p>
      {!isReal && <ProblemSaid code="dayNotUnderstood" />}
      <search className="mt-7 block">
        <form action={address(locale, "oversight/authorities")} className="flex flex-wrap items-end gap-3">
          <div className="w-56">
            <InputField id="on" name="on" type="date" label={t("on")} defaultValue={isReal ? day : on} />
          </div>
          <Button type="submit" look="quiet">
            {t("show")}
          </Button>
        </form>
      </search>
      {isReal && (
        <Section id="map" title={t("mapOn", { day: formatDay(day, locale, "long") })}>
          <p className="mb-3 max-w-[68ch] text-ink-2 text-sm">{t("mapHint")}</p>
          <JurisdictionMap map={mapOn(assignments, day)} />
        </Section>
      )}
      <Section id="changes" title={t("changes")}>
        {changes.length === 0 ? <p className="text-ink-2">{t("noChanges")}</p> : <JurisdictionChanges changes={changes} />}
      </Section>
      {mayAtAll(actor, "instance.manage") && (
        <Section id="change" title={t("change")}>
          <ChangeJurisdictionForm action={changeJurisdictionAction} />
        </Section>
      )}
    </DeskPage>
  );
}
