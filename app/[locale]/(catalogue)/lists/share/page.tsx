import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ListFields } from "@/components/lists/list-form";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { newSecret } from "@/lib/auth/secret";
import { address } from "@/lib/i18n/address";
import { chosenQuery, mostKept, readChosen } from "@/lib/lists/chosen";
import { usualDays } from "@/lib/lists/input";
import { listKept } from "@/lib/lists/offerings/queries";
import { plainText } from "@/lib/texts/texts";
import { shareListAction } from "./actions";

type Props = PageProps<"/[locale]/lists/share">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "lists.sharing" });
  return { title: t("title"), robots: { index: false } };
}

export default async function SharePage({ params, searchParams }: Props) {
  const [{ locale }, { o }] = await Promise.all([params, searchParams]);
  setRequestLocale(locale);
  const [t, offerings] = await Promise.all([getTranslations("lists.sharing"), listKept({ slugs: readChosen(o).slice(0, mostKept) })]);
  if (offerings.length === 0) notFound();
  const entries = offerings.map(({ slug, title, original }) => ({ slug, title: plainText(title, locale, original), note: "" }));

  return (
    <main id="main" className="wrap max-w-2xl py-8 sm:py-12">
      <h1 className="text-3xl">{t("title")}</h1>
      <p className="mt-3 mb-8">{t("lead")}</p>
      <ActionForm action={shareListAction} problemsTitle={t("problems")} label={t("title")} className="grid gap-7">
        <input type="hidden" name="once" value={newSecret()} />
        <ListFields days={usualDays} entries={entries} />
        <Button type="submit" className="w-full sm:w-auto sm:justify-self-start">
          {t("send")}
        </Button>
      </ActionForm>
      <p className="mt-8">
        <a href={address(locale, `lists${chosenQuery(offerings.map(({ slug }) => slug))}`)}>{t("back")}</a>
      </p>
    </main>
  );
}
