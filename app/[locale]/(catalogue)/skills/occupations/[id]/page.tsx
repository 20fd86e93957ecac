import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OfferingCard } from "@/components/offerings/offering-card";
import { ConceptHead, EscoNote } from "@/components/skills/concept-head";
import { ConceptList } from "@/components/skills/concept-list";
import { NeedsForm } from "@/components/skills/needs-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { JsonLd } from "@/components/ui/json-ld";
import { Nothing } from "@/components/ui/nothing";
import { Section } from "@/components/ui/section";
import { address } from "@/lib/i18n/address";
import { formatList } from "@/lib/i18n/format";
import { pageMetadata } from "@/lib/i18n/metadata";
import { scriptText } from "@/lib/interop/schema-org";
import { toOccupation } from "@/lib/interop/schema-org-skills";
import { findOccupation, type OccupationView } from "@/lib/skills/queries";
import { listTeaching } from "@/lib/skills/teaching/queries";
import { plainText } from "@/lib/texts/texts";

type Props = PageProps<"/[locale]/skills/occupations/[id]">;

const shown = 20;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const [t, occupation] = await Promise.all([getTranslations({ locale, namespace: "skills.occupation" }), requireOccupation(id, locale)]);
  const title = t("title", { occupation: plainText(occupation.labels, locale) });
  const description = plainText(occupation.descriptions, locale) || title;
  return pageMetadata({ locale, path: `skills/occupations/${id}`, title, description, noindex: (await searchParams).has !== undefined });
}

export default async function OccupationPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const [t, occupation, { has: ticked }] = await Promise.all([getTranslations("skills"), requireOccupation(id, locale), searchParams]);
  const has = new Set([ticked ?? []].flat());
  const missing = occupation.needs.filter((skill) => !has.has(skill.id));
  const uris = missing.map(({ uri }) => uri);
  const { found, taught, total } = await listTeaching(uris, locale, shown);
  const untaught = missing.filter(({ uri }) => !taught.has(uri));
  const nameOf = new Map(missing.map(({ uri, labels }) => [uri, plainText(labels, locale)]));
  const held = occupation.needs.length - missing.length;

  return (
    <main id="main" className="wrap pb-8">
      <Breadcrumb label={t("breadcrumb")} steps={[{ href: address(locale, "skills"), name: t("title") }]} />
      <ConceptHead kind="occupation" concept={occupation} />
      <Section id="needs" title={t("occupation.needs")}>
        <p className="max-w-[62ch] text-ink-2">{t("occupation.lead")}</p>
        <NeedsForm occupation={occupation} has={has} />
      </Section>
      <Section id="offerings" title={t("occupation.rest")}>
        <p role="status" className="max-w-[62ch]">
          {missing.length === 0
            ? t("occupation.all")
            : t("occupation.status", { held, needed: occupation.needs.length, taught: missing.length - untaught.length, count: total })}
        </p>
        {found.length === 0 && missing.length > 0 && (
          <Nothing className="mt-4" action={<ButtonLink href={address(locale, "offerings")}>{t("toSearch")}</ButtonLink>}>
            {t("occupation.none")}
          </Nothing>
        )}
        <ol className="mt-4">
          {found.map(({ item, teaches }) => (
            <li key={item.id}>
              <OfferingCard item={item} />
              <p className="-mt-3 mb-7 text-sm sm:ps-[11.75rem]">
                <span className="font-semibold">{t("occupation.teaches", { count: teaches.length })}</span>{" "}
                {formatList(
                  teaches.map((uri) => nameOf.get(uri) ?? uri),
                  locale,
                )}
              </p>
            </li>
          ))}
        </ol>
        {total > shown && <p className="text-ink-2 text-sm">{t("occupation.more", { count: total - shown })}</p>}
      </Section>
      {untaught.length > 0 && (
        <Section id="untaught" title={t("occupation.untaught")}>
          <ConceptList concepts={untaught} folder="skills" />
        </Section>
      )}
      <EscoNote />
      <JsonLd text={scriptText(toOccupation(occupation, locale))} />
    </main>
  );
}

async function requireOccupation(id: string, locale: string): Promise<OccupationView> {
  return (await findOccupation(decodeURIComponent(id), locale)) ?? notFound();
}
