import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Warnings } from "@/components/accreditations/warnings";
import { Voices } from "@/components/feedback/voices";
import { PaperFoot } from "@/components/layout/paper-foot";
import { About } from "@/components/offerings/about";
import { Annex } from "@/components/offerings/annex";
import { Apply } from "@/components/offerings/apply";
import { Assessment } from "@/components/offerings/assessment";
import { Glance } from "@/components/offerings/glance";
import { OfferingActs } from "@/components/offerings/offering-acts";
import { OfferingHead } from "@/components/offerings/offering-head";
import { OfferingNotice, VersionNotice } from "@/components/offerings/offering-notice";
import { Outcomes } from "@/components/offerings/outcomes";
import { Reliance } from "@/components/offerings/reliance";
import { Sessions } from "@/components/offerings/sessions";
import { Stacking } from "@/components/offerings/stacking";
import { Verified } from "@/components/offerings/verified";
import { ReportLink } from "@/components/reports/report-link";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { JsonLd } from "@/components/ui/json-ld";
import { listSummariesAbout } from "@/lib/audits/public/queries";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { findPerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { country } from "@/lib/country/country";
import { env } from "@/lib/env";
import { findVoices } from "@/lib/feedback/public/queries";
import { address } from "@/lib/i18n/address";
import { pageMetadata } from "@/lib/i18n/metadata";
import { tell } from "@/lib/insight/telling";
import { scriptText, toCourse } from "@/lib/interop/schema-org";
import { canMail } from "@/lib/mail/mail";
import { placeOf } from "@/lib/offerings/place";
import { findOffering, type OfferingView } from "@/lib/offerings/queries";
import { sourcesOf } from "@/lib/offerings/sources";
import { outlines } from "@/lib/places/outlines";
import { isCurrent } from "@/lib/sessions/session";
import { listSkills } from "@/lib/skills/queries";
import { plainText } from "@/lib/texts/texts";
import { labelOf } from "@/lib/vocabularies/vocabulary";
import "./print.css";

type Props = PageProps<"/[locale]/offerings/[slug]">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const view = await requireOffering(slug, (await searchParams).version);
  const { content } = view.version;
  const hidden = placeOf(view, today()).notice !== null || view.version.number !== view.current.number;

  return pageMetadata({
    locale,
    path: `offerings/${slug}`,
    title: plainText(content.title, locale, content.originalLanguage),
    description: plainText(content.summary, locale, content.originalLanguage).slice(0, 300),
    noindex: hidden,
  });
}

export default async function OfferingPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const view = await requireOffering(slug, (await searchParams).version);
  const [t, voices, audited, person, skills] = await Promise.all([
    getTranslations("offering"),
    findVoices(view.id),
    listSummariesAbout(view),
    findPerson(),
    listSkills(view.version.content.outcomes.flatMap((outcome) => outcome.skills)),
  ]);
  tell({ from: sourcesOf(view), read: [view.id] });
  const day = today();
  const place = placeOf(view, day);
  const { content } = view.version;
  const { scope, notice } = place;
  const closed = notice !== null;
  const actor = person && actorOf(person);
  const mayReview = !closed && actor !== undefined && mayAtAll(actor, "review.sign") && actor.organisationId !== view.provider.id;
  const mayApply = !closed && !place.teachOut;

  return (
    <main id="main" className="wrap pb-8">
      <Breadcrumb label={t("breadcrumb")} steps={steps(view, locale, t("find"))} />
      {notice && <OfferingNotice notice={notice} view={view} />}
      <Warnings restrictions={place.warnings} />
      <VersionNotice view={view} />
      <OfferingHead view={view} day={day} />
      <Glance view={view} day={day} />
      {content.applyUrl && mayApply && (
        <p className="mt-6 flex flex-wrap gap-3 print:hidden">
          <ButtonLink href={content.applyUrl} rel="external noopener">
            {t("apply.enrol")}
          </ButtonLink>
          <ButtonLink href="#apply" look="quiet">
            {t("apply.title")}
          </ButtonLink>
        </p>
      )}
      <OfferingActs view={view} mailed={canMail} dated={!closed && view.sessions.some((session) => isCurrent(session, day))} />
      <div className="grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_19rem] xl:gap-x-14 xl:grid-cols-[minmax(0,1fr)_23rem] print:block">
        <div className="min-w-0">
          <Outcomes content={content} skills={skills} />
          <Sessions view={view} day={day} scope={scope} closed={closed} outlines={outlines} />
          <About content={content} />
          <Assessment content={content} />
          <Stacking view={view} />
          <Apply content={content} closed={closed ? "notice" : mayApply ? null : "teach-out"} />
          <Voices voices={voices} version={view.version.number} slug={slug} mayReview={mayReview} />
        </div>
        <aside aria-label={t("reliance.title")} className="mt-12 min-w-0 space-y-5">
          <Reliance view={view} day={day} place={place} audited={audited} />
          <Verified view={view} />
        </aside>
      </div>
      <Annex view={view} />
      <ReportLink page={`offerings/${slug}`} />
      <PaperFoot url={absolute(locale, pathOf(view))} day={day} />
      {!closed && view.version.number === view.current.number && <JsonLd text={structured(view, locale, day)} />}
    </main>
  );
}

/** One that nobody may see, or a version that is not there, does not exist. */
async function requireOffering(slug: string, version: string | string[] | undefined): Promise<OfferingView> {
  if (version !== undefined && !/^[1-9]\d{0,5}$/.test(String(version))) notFound();
  return (await findOffering(slug, version === undefined ? null : Number(version))) ?? notFound();
}

function steps({ version }: OfferingView, locale: string, find: string) {
  const field = version.content.fields[0]?.slice(0, 2);
  const search = address(locale, "offerings");
  return [{ href: search, name: find }, ...(field ? [{ href: `${search}?field=${field}`, name: labelOf("fields", field, locale) }] : [])];
}

const absolute = (locale: string, path: string) => new URL(address(locale, path), env.SITE_URL).toString();

/** The address of what is shown: a version that is not in force has its own. */
function pathOf({ slug, version, current }: OfferingView): string {
  return version.number === current.number ? `offerings/${slug}` : `offerings/${slug}?version=${version.number}`;
}

function structured(view: OfferingView, locale: string, day: string): string {
  return scriptText(
    toCourse({
      content: view.version.content,
      url: absolute(locale, `offerings/${view.slug}`),
      slug: view.slug,
      provider: {
        name: plainText(view.provider.name, locale),
        url: view.provider.homepage ?? absolute(locale, `providers/${view.provider.slug}`),
      },
      awarding: view.awarding.map(({ name }) => (typeof name === "string" ? name : plainText(name, locale))),
      sessions: view.sessions,
      hoursPerEcts: country.hoursPerEcts.from,
      country: view.provider.country,
      locale,
      day,
    }),
  );
}
