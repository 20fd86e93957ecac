import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { recommendationUrl } from "@/components/layout/recommendation";
import { BulletList, Contents, Prose, ProseSection } from "@/components/ui/prose";
import { today } from "@/lib/clock";
import { boundsOn, country } from "@/lib/country/country";
import { address } from "@/lib/i18n/address";
import { formatList, formatNumber } from "@/lib/i18n/format";
import { pageMetadata } from "@/lib/i18n/metadata";
import { jurisdictionOn } from "@/lib/jurisdictions/jurisdiction";
import { findAssignments } from "@/lib/jurisdictions/queries";
import { plainText } from "@/lib/texts/texts";

type Props = PageProps<"/[locale]/about">;

const sections = ["why", "what", "annex", "entry", "search", "who", "reach"] as const;
const mandatory = ["title", "country", "awarding", "outcomes", "workload", "level", "assessment", "participation", "quality"] as const;
const steps = ["register", "publish", "show", "keep"] as const;

const searching = ["words", "filters", "order", "session"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "static.about" });
  return pageMetadata({ locale, path: "about", title: t("title"), description: t("description") });
}

export default async function AboutPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const t = await getTranslations("static.about");
  const contents = await getTranslations("static");
  const bounds = boundsOn(today());
  const assignments = await findAssignments();
  const answering = country.authorities.map((authority) => ({ ...authority, ...jurisdictionOn(assignments, authority.slug, today()) }));
  const named = { name: plainText(country.name, locale), country: plainText(country.countryName, locale) };

  return (
    <Prose
      title={t("title")}
      lead={t.rich("lead", { ...named, a: (words) => <a href={recommendationUrl(locale)}>{words}</a> })}
      contents={<Contents label={contents("contents")} sections={sections.map((id) => ({ id, heading: t(`${id}.heading`) }))} />}
    >
      <ProseSection id="why" heading={t("why.heading")}>
        <p>{t("why.one")}</p>
        <p>{t("why.two")}</p>
      </ProseSection>
      <ProseSection id="what" heading={t("what.heading")}>
        <p>{t("what.one")}</p>
        {bounds && <p>{t("what.bounds", { from: formatNumber(bounds.ectsMin, locale), to: formatNumber(bounds.ectsMax, locale) })}</p>}
      </ProseSection>
      <ProseSection id="annex" heading={t("annex.heading")}>
        <p>{t("annex.lead")}</p>
        <BulletList items={mandatory.map((element) => t(`annex.${element}`))} />
        <p>{t("annex.issued")}</p>
        <p>{t("annex.optional")}</p>
      </ProseSection>
      <ProseSection id="entry" heading={t("entry.heading")}>
        <BulletList items={steps.map((step) => t(`entry.${step}`))} />
      </ProseSection>
      <ProseSection id="search" heading={t("search.heading")}>
        <BulletList items={searching.map((part) => t(`search.${part}`))} />
        <p>{t.rich("search.embed", { a: (words) => <a href={address(locale, "about/embed")}>{words}</a> })}</p>
        <p>{t.rich("search.places", { a: (words) => <a href="https://www.geonames.org/">{words}</a> })}</p>
      </ProseSection>
      <ProseSection id="who" heading={t("who.heading")}>
        <p>{t("who.lead")}</p>
        <dl className="space-y-3">
          {answering.map(({ slug, names, within, without }) => (
            <div key={slug}>
              <dt className="font-semibold">{plainText(names, locale)}</dt>
              <dd className="text-ink-2">
                {t("who.covers", { regions: regionNames(within, locale) })}
                {without.length > 0 && `, ${t("who.except", { regions: regionNames(without, locale) })}`}
              </dd>
            </div>
          ))}
        </dl>
      </ProseSection>
      <ProseSection id="reach" heading={t("reach.heading")}>
        <p>
          {t.rich("reach.text", {
            email: country.contact.email,
            a: (words) => <a href={`mailto:${country.contact.email}`}>{words}</a>,
          })}
        </p>
      </ProseSection>
    </Prose>
  );
}

function regionNames(codes: string[], locale: string): string {
  return formatList(
    codes.map((code) => plainText(country.regions[code], locale) || code),
    locale,
  );
}
