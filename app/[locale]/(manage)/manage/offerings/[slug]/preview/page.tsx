import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { About } from "@/components/offerings/about";
import { Annex } from "@/components/offerings/annex";
import { Apply } from "@/components/offerings/apply";
import { Assessment } from "@/components/offerings/assessment";
import { Glance } from "@/components/offerings/glance";
import { LocalParagraphs } from "@/components/offerings/local-text";
import { Outcomes } from "@/components/offerings/outcomes";
import { Sessions } from "@/components/offerings/sessions";
import { Stacking } from "@/components/offerings/stacking";
import { OfferingTabs } from "@/components/offerings-desk/offering-tabs";
import { Notice } from "@/components/ui/notice";
import { actorOf } from "@/lib/auth/actor";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { placeOf } from "@/lib/offerings/place";
import { findPreview } from "@/lib/offerings/preview/queries";
import { outlines } from "@/lib/places/outlines";
import { listSkills } from "@/lib/skills/queries";
import { textIn } from "@/lib/texts/texts";

type Props = PageProps<"/[locale]/manage/offerings/[slug]/preview">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "editor.preview" });
  return { title: t("metaTitle"), robots: { index: false } };
}

/** What the public would see, for those who keep it. */
export default async function PreviewPage({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`manage/offerings/${slug}/preview`);
  const view = await findPreview(actorOf(person), slug);
  if (!view) notFound();
  const t = await getTranslations("editor.preview");
  const day = today();
  const { content } = view.version;
  const title = textIn(content.title, locale, content.originalLanguage);
  const closed = view.status === "withdrawn" || view.status === "archived";

  return (
    <DeskPage person={person} part="offerings" title={<span lang={title?.language}>{title?.text ?? slug}</span>}>
      <OfferingTabs slug={slug} externalId={view.externalId} current="preview" />
      <div className="mt-5">
        <Notice>
          <strong>{t("lead")}.</strong> {t("text")}
        </Notice>
      </div>
      <LocalParagraphs texts={content.summary} original={content.originalLanguage} className="mt-6 text-lg" />
      <Glance view={view} day={day} />
      <Outcomes content={content} skills={await listSkills(content.outcomes.flatMap(({ skills }) => skills))} />
      <Sessions view={view} day={day} scope={placeOf(view, day).scope} closed={closed} outlines={outlines} />
      <About content={content} />
      <Assessment content={content} />
      <Stacking view={view} />
      <Apply content={content} closed={null} />
      <Annex view={view} />
    </DeskPage>
  );
}
