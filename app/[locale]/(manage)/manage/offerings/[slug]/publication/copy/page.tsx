import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OfferingFrame } from "@/components/publication/offering-frame";
import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { OptionsField, TextField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { findFreeId } from "@/lib/offerings/copying/queries";
import { findOwnOffering } from "@/lib/offerings/drafts/queries";
import { listOwnSessions } from "@/lib/offerings/sessions/queries";
import { lastYears } from "@/lib/sessions/planning";
import { copyAction } from "./actions";

type Props = PageProps<"/[locale]/manage/offerings/[slug]/publication/copy">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "publication" });
  return { title: t("copy.title"), robots: { index: false } };
}

/** A copy to begin from, or the next edition with the sessions of the last year. */
export default async function CopyPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`manage/offerings/${slug}/publication/copy`);
  const actor = actorOf(person);
  const own = (await findOwnOffering(actor, slug)) ?? notFound();
  if (!mayAtAll(actor, "offering.write")) notFound();
  const [t, desk] = await Promise.all([getTranslations("publication"), getTranslations("desk")]);
  const sessions = lastYears((await listOwnSessions(actor, slug)) ?? [], today());
  const choices = (["none", "next"] as const).filter((choice) => choice === "none" || sessions.length > 0);

  return (
    <OfferingFrame person={person} own={own} tab="publication">
      <Section id="copy" title={t("copy.title")}>
        <p className="mb-6 max-w-[62ch]">{t("copy.text")}</p>
        <ActionForm action={copyAction.bind(null, slug)} problemsTitle={desk("problems")} className="grid gap-5 sm:max-w-xl">
          {/* Made once for this form: sent twice, it gives one copy. */}
          <input type="hidden" name="token" value={randomUUID()} />
          <TextField
            name="externalId"
            label={t("copy.id")}
            hint={t("copy.idHint")}
            maxLength={200}
            defaultValue={await findFreeId(own.provider.id, own.externalId)}
          />
          <OptionsField
            name="sessions"
            label={t("copy.sessions")}
            chosen={["none"]}
            options={choices.map((value) => ({ value, label: t(`copy.${value}`, { count: sessions.length }) }))}
          />
          {sessions.length > 0 && (
            <TextField name="weeks" type="number" min={1} max={520} label={t("copy.weeks")} hint={t("copy.weeksHint")} defaultValue="52" />
          )}
          <p className="flex flex-wrap gap-3">
            <Button type="submit">{t("copy.submit")}</Button>
            <ButtonLink look="quiet" href={address(locale, `manage/offerings/${slug}/publication`)}>
              {t("back")}
            </ButtonLink>
          </p>
        </ActionForm>
      </Section>
    </OfferingFrame>
  );
}
