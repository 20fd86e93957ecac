import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { HistoryEntry } from "@/components/publication/history-entry";
import { OfferingFrame } from "@/components/publication/offering-frame";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { findOwnOffering } from "@/lib/offerings/drafts/queries";
import { findDeskHistory } from "@/lib/offerings/history/queries";

type Props = PageProps<"/[locale]/manage/offerings/[slug]/history">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "publication" });
  return { title: t("history.title"), robots: { index: false } };
}

/** Who did what with an offering, and what each version changed. */
export default async function DeskHistoryPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`manage/offerings/${slug}/history`);
  const actor = actorOf(person);
  const before = String((await searchParams).before ?? "");
  const own = (await findOwnOffering(actor, slug)) ?? notFound();
  const history = (await findDeskHistory(actor, slug, /^\d{1,15}$/.test(before) ? Number(before) : null)) ?? notFound();
  const t = await getTranslations("publication.history");

  return (
    <OfferingFrame person={person} own={own} tab="history">
      <Section id="history" title={t("title")}>
        <p className="mb-4 max-w-[62ch] text-ink-2">{t("text")}</p>
        {history.entries.length === 0 && <p>{t("empty")}</p>}
        <ul className="border-line border-b">
          {history.entries.map((entry) => (
            <HistoryEntry key={entry.id} slug={slug} entry={entry} versions={history.versions} />
          ))}
        </ul>
        {history.olderThan !== null && (
          <p className="mt-4">
            <a href={address(locale, `manage/offerings/${slug}/history?before=${history.olderThan}`)}>{t("older")}</a>
          </p>
        )}
      </Section>
    </OfferingFrame>
  );
}
