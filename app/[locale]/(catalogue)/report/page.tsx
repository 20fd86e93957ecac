import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ReportForm } from "@/components/reports/report-form";
import { ButtonLink } from "@/components/ui/button";
import { address } from "@/lib/i18n/address";
import { canMail } from "@/lib/mail/mail";
import { findReported } from "@/lib/reports/competent/queries";
import { readAbout } from "@/lib/reports/report";
import { plainText } from "@/lib/texts/texts";
import { sendReportAction } from "./actions";

type Props = PageProps<"/[locale]/report">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "reports.give" });
  return { title: t("title"), robots: { index: false } };
}

export default async function ReportPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const { about: asked } = await searchParams;
  if (asked === undefined) return <AboutWhat locale={locale} />;
  const about = readAbout(asked) ?? notFound();
  const [t, reported] = await Promise.all([getTranslations("reports.give"), findReported(about)]);
  if (!reported) notFound();
  const values = {
    title: plainText(reported.title, locale, reported.original ?? undefined),
    provider: plainText(reported.provider, locale),
  };

  const page = address(locale, reported.page);

  return (
    <main id="main" className="wrap max-w-2xl py-8 sm:py-12">
      <h1 className="text-3xl">{t("title")}</h1>
      <p className="mt-3 text-lg [overflow-wrap:anywhere]">
        {about.of === "site" ? t("aboutPage", { page }) : t(reported.offeringId ? "aboutOf" : "about", values)}
      </p>
      <p className="mt-3 mb-8 text-ink-2">{t(about.of === "site" ? "introSite" : "intro")}</p>
      <ReportForm action={sendReportAction.bind(null, reported.page)} withEmail={canMail} />
      <p className="mt-8">
        <a href={page}>{t("back")}</a>
      </p>
    </main>
  );
}

async function AboutWhat({ locale }: { locale: string }) {
  const t = await getTranslations("reports.give");
  return (
    <main id="main" className="wrap max-w-2xl py-16">
      <h1 className="text-3xl">{t("noneTitle")}</h1>
      <p className="mt-3 mb-8 text-lg">{t("noneText")}</p>
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={address(locale, "offerings")}>{t("findOffering")}</ButtonLink>
        <ButtonLink look="quiet" href={address(locale, "providers")}>
          {t("findProvider")}
        </ButtonLink>
      </p>
    </main>
  );
}
