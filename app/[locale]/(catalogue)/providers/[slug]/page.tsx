import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Warnings } from "@/components/accreditations/warnings";
import { AuditedLines } from "@/components/audits/summary-parts";
import { LocalParagraphs } from "@/components/offerings/local-text";
import { Accreditations } from "@/components/providers/accreditations";
import { Catalogue } from "@/components/providers/catalogue";
import { ProviderContact } from "@/components/providers/contact";
import { Policy } from "@/components/providers/policy";
import { ProviderHead } from "@/components/providers/provider-head";
import { ProviderNews } from "@/components/providers/provider-news";
import { ProviderNotice } from "@/components/providers/provider-notice";
import { Registrations } from "@/components/providers/registrations";
import { KnownReport, reportPath } from "@/components/quality/known-report";
import { LatestQualityReports } from "@/components/quality/quality-reports";
import { ReportLink } from "@/components/reports/report-link";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { JsonLd } from "@/components/ui/json-ld";
import { Section } from "@/components/ui/section";
import { listSummariesOf } from "@/lib/audits/public/queries";
import { parseSearchQuery } from "@/lib/catalogue/query";
import { today } from "@/lib/clock";
import { contains } from "@/lib/days/days";
import { env } from "@/lib/env";
import { feedAddress } from "@/lib/feeds/address";
import { address } from "@/lib/i18n/address";
import { pageMetadata } from "@/lib/i18n/metadata";
import { tell } from "@/lib/insight/telling";
import { scriptText, toOrganization } from "@/lib/interop/schema-org";
import { canMail } from "@/lib/mail/mail";
import { findProvider, listCatalogue, type ProviderView } from "@/lib/providers/queries";
import { listQualityReports } from "@/lib/quality/public/queries";
import { policiesOn } from "@/lib/recognition/policy";
import { listPolicies } from "@/lib/recognition/queries";
import { catalogueOf, names } from "@/lib/sources/sources";
import { hasText, plainText } from "@/lib/texts/texts";

type Props = PageProps<"/[locale]/providers/[slug]">;

const shownOfferings = 12;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const provider = (await findProvider(slug)) ?? notFound();
  return pageMetadata({
    locale,
    path: `providers/${slug}`,
    title: plainText(provider.name, locale),
    description: plainText(provider.description, locale).slice(0, 300),
    noindex: provider.standing.state === "not-registered",
    feed: feedAddress(locale, parseSearchQuery({ provider: slug })),
  });
}

export default async function ProviderPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const provider = (await findProvider(slug)) ?? notFound();
  const day = today();
  const [t, audits, audited, catalogue, policies, reports] = await Promise.all([
    getTranslations("provider"),
    getTranslations("audits.public"),
    listSummariesOf(provider.id, 5),
    listCatalogue(provider.id, locale, shownOfferings),
    listPolicies(provider.id),
    listQualityReports(provider.id, day, null),
  ]);

  // Its own facts in the register, and others by their names.
  tell({ from: [provider.id, catalogueOf(provider.id), names] });
  const { inForce, next } = policiesOn(policies, day);

  return (
    <main id="main" className="wrap pb-8">
      <Breadcrumb label={t("breadcrumb")} steps={[{ href: address(locale, "providers"), name: t("list.title") }]} />
      <ProviderNotice provider={provider} day={day} />
      <Warnings restrictions={provider.restrictions.filter(({ valid }) => contains(valid, day))} bearing />
      <ProviderHead provider={provider} />
      <ProviderNews slug={slug} mailed={canMail} />
      {hasText(provider.description) && <LocalParagraphs texts={provider.description} className="mt-5 text-lg" />}
      <Accreditations
        accreditations={provider.accreditations}
        day={day}
        report={(one) => (
          <KnownReport url={one.reportUrl} reports={reports} hrefOf={(report) => address(locale, reportPath(slug, report))} />
        )}
      />
      <LatestQualityReports reports={reports} day={day} slug={slug} />
      <Catalogue slug={slug} {...catalogue} />
      <div className="grid gap-x-14 lg:grid-cols-2 print:block">
        <Registrations registrations={provider.registrations} day={day} />
        <Section id="contact" title={t("contact.title")}>
          <ProviderContact provider={provider} />
        </Section>
      </div>
      {audited.length > 0 && (
        <Section id="audits" title={audits("heading")}>
          <AuditedLines rows={audited} />
        </Section>
      )}
      <Policy policy={inForce} next={next} />
      <ReportLink page={`providers/${slug}`} />
      <JsonLd text={structured(provider, locale)} />
    </main>
  );
}

function structured(provider: ProviderView, locale: string): string {
  return scriptText(
    toOrganization({
      ...provider,
      url: new URL(address(locale, `providers/${provider.slug}`), env.SITE_URL).toString(),
      name: plainText(provider.name, locale),
      earlierNames: provider.earlierNames.map(({ name }) => plainText(name, locale)),
      description: plainText(provider.description, locale),
      college: provider.providerType === "higher-education",
    }),
  );
}
