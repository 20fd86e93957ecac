import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ScoreField } from "@/components/feedback/score-field";
import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { AreaField } from "@/components/ui/form-fields";
import { today } from "@/lib/clock";
import { questions } from "@/lib/feedback/feedback";
import { findFeedbackLink } from "@/lib/feedback/public/queries";
import { address } from "@/lib/i18n/address";
import { plainText } from "@/lib/texts/texts";
import { giveFeedbackAction } from "./actions";

type Props = PageProps<"/[locale]/feedback/[token]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "feedback.give" });
  // The address is a secret: it is not told to where a link leads.
  return { title: t("title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

export default async function GiveFeedbackPage({ params, searchParams }: Props) {
  const { locale, token } = await params;
  setRequestLocale(locale);
  const [t, question, link] = await Promise.all([
    getTranslations("feedback.give"),
    getTranslations("feedback.question"),
    findFeedbackLink(token, today()),
  ]);
  if (!link) return <Over kind={(await searchParams).done === "1" ? "done" : "gone"} locale={locale} t={t} />;

  return (
    <main id="main" className="wrap max-w-2xl py-8 sm:py-12">
      <h1 className="text-3xl">{t("title")}</h1>
      <p className="mt-3 mb-8 text-lg [overflow-wrap:anywhere]">
        {t("text", { offering: plainText(link.title, locale, link.original), provider: plainText(link.provider, locale) })}
      </p>
      <ActionForm action={giveFeedbackAction.bind(null, token)} problemsTitle={t("problems")} label={t("title")} className="grid gap-8">
        {questions.map((name) => (
          <ScoreField key={name} name={name} label={question(name)} low={t("low")} high={t("high")} />
        ))}
        <AreaField name="text" rows={4} label={t("words")} hint={t("wordsHint")} />
        <Button type="submit" className="w-full sm:w-auto sm:justify-self-start">
          {t("button")}
        </Button>
      </ActionForm>
    </main>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<"feedback.give">>>;

function Over({ kind, locale, t }: { kind: "done" | "gone"; locale: string; t: Words }) {
  return (
    <main id="main" className="wrap max-w-2xl py-16">
      <h1 className="text-3xl">{t(`${kind}Title`)}</h1>
      <p className="mt-3 mb-8 text-lg">{t(`${kind}Text`)}</p>
      <ButtonLink look="quiet" href={address(locale, "offerings")}>
        {t("search")}
      </ButtonLink>
    </main>
  );
}
