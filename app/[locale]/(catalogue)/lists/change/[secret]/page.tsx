import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ListFields } from "@/components/lists/list-form";
import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { AreaField } from "@/components/ui/form-fields";
import { Panel } from "@/components/ui/panel";
import { Section } from "@/components/ui/section";
import { env } from "@/lib/env";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { usualDays } from "@/lib/lists/input";
import { findListBySecret } from "@/lib/lists/queries";
import { readTokenOf } from "@/lib/lists/secrets";
import { plainText } from "@/lib/texts/texts";
import { changeListAction, endListAction } from "./actions";

type Props = PageProps<"/[locale]/lists/change/[secret]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "lists.change" });
  // The address is a secret: it is not told to where a link leads.
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

export default async function ChangeListPage({ params, searchParams }: Props) {
  const [{ locale, secret }, { done }] = await Promise.all([params, searchParams]);
  setRequestLocale(locale);
  const [t, list] = await Promise.all([getTranslations("lists"), findListBySecret(secret)]);
  if (!list) return done === "ended" ? <Ended locale={locale} /> : notFound();
  const absolute = (path: string) => new URL(address(locale, path), env.SITE_URL).href;
  const entries = list.items.map(({ offering: { slug, title, original }, note }) => ({
    slug,
    note,
    title: plainText(title, locale, original),
  }));

  return (
    <main id="main" className="wrap max-w-3xl py-8 sm:py-12">
      <h1 className="text-3xl [overflow-wrap:anywhere]">{list.title || t("change.title")}</h1>
      {(done === "made" || done === "saved") && (
        <p role="status" className="mt-5 rounded-md border-good border-s-4 bg-good-soft px-4 py-3 font-semibold text-good">
          {t(`change.${done}`)}
        </p>
      )}
      <div className="mt-6 grid gap-5">
        <Panel id="read" title={t("change.readLink")}>
          <a href={absolute(`lists/${readTokenOf(secret)}`)} className="[overflow-wrap:anywhere]">
            {absolute(`lists/${readTokenOf(secret)}`)}
          </a>
          <p className="mt-2 text-ink-2 text-sm">
            {t("shared.on", { day: formatDay(list.sharedOn, locale, "long"), until: formatDay(list.expiresOn, locale, "long") })}
          </p>
        </Panel>
        <Panel id="own" title={t("change.ownLink")}>
          <p className="[overflow-wrap:anywhere]">{absolute(`lists/change/${secret}`)}</p>
          <p className="mt-2 text-ink-2 text-sm">{t("change.ownHint")}</p>
        </Panel>
      </div>
      <Section id="what" title={t("change.what")}>
        <ActionForm
          action={changeListAction.bind(null, secret)}
          problemsTitle={t("change.problems")}
          label={t("change.what")}
          className="grid gap-7"
        >
          <ListFields title={list.title} days={usualDays} entries={entries} removable />
          <AreaField name="more" label={t("change.addLabel")} rows={2} />
          <Button type="submit" className="w-full sm:w-auto sm:justify-self-start">
            {t("change.save")}
          </Button>
        </ActionForm>
      </Section>
      <Section id="end" title={t("change.end")}>
        <ActionForm action={endListAction.bind(null, secret)} problemsTitle={t("change.problems")} label={t("change.end")}>
          <p className="mb-4">{t("change.endText")}</p>
          <Button type="submit" look="quiet">
            {t("change.end")}
          </Button>
        </ActionForm>
      </Section>
    </main>
  );
}

async function Ended({ locale }: { locale: string }) {
  const t = await getTranslations("lists");
  return (
    <main id="main" className="wrap max-w-2xl py-16">
      <h1 className="text-3xl">{t("change.title")}</h1>
      <p role="status" className="mt-3 mb-8 text-lg">
        {t("change.ended")}
      </p>
      <ButtonLink look="quiet" href={address(locale, "offerings")}>
        {t("toSearch")}
      </ButtonLink>
    </main>
  );
}
