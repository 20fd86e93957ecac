import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ImportTabs } from "@/components/imports/import-tabs";
import { Button, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";
import { isImportId } from "@/lib/imports/page";
import { findImportFor } from "@/lib/imports/queries";
import { countUndo, listChangedSince } from "@/lib/imports/undo/queries";
import { undoImportAction } from "./actions";

type Props = PageProps<"/[locale]/manage/imports/[id]/undo">;

const mostListed = 100;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "files" });
  return { title: t("undo.title"), robots: { index: false } };
}

export default async function UndoPage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`manage/imports/${id}/undo`);
  const actor = actorOf(person);
  const shown = isImportId(id) ? await findImportFor(actor, id) : undefined;
  if (!shown || !may(actor, "import.undo", shown)) notFound();
  if (shown.dryRun || shown.undoAskedAt || !["done", "stopped"].includes(shown.status)) redirect(address(locale, `manage/imports/${id}`));
  const [counts, changed, t] = [await countUndo(id), await listChangedSince(id, mostListed), await getTranslations("files.undo")];

  return (
    <DeskPage person={person} part="imports" title={t("title")} intro={shown.fileName}>
      <ImportTabs id={id} current={null} badRows={0} mayWrite={may(actor, "catalogue.import", shown)} />
      <Section id="what" title={t("what")}>
        <ul className="max-w-[68ch] list-disc space-y-2 ps-5">
          {(["created", "drafts", "updated", "changedSince"] as const).map((kind) => (
            <li key={kind}>{t(kind, { count: counts[kind] })}</li>
          ))}
        </ul>
        <p className="mt-4 max-w-[68ch] text-ink-2">{t("back")}</p>
        <div className="mt-6 flex flex-wrap gap-3">
          <form action={undoImportAction.bind(null, id)}>
            <Button type="submit">{t("do")}</Button>
          </form>
          <ButtonLink href={address(locale, `manage/imports/${id}`)} look="quiet">
            {t("keep")}
          </ButtonLink>
        </div>
      </Section>
      {changed.length > 0 && (
        <Section id="left" title={t("list")}>
          <ul className="divide-y divide-line border-line border-y">
            {changed.map(({ id: offering, externalId, slug, title }) => (
              <li key={offering} className="py-2">
                <a href={address(locale, `offerings/${slug}`)}>{title}</a> <span className="text-ink-2 text-sm">{externalId}</span>
              </li>
            ))}
          </ul>
          {counts.changedSince > changed.length && (
            <p className="mt-3">{t("more", { count: formatNumber(counts.changedSince - changed.length, locale) })}</p>
          )}
        </Section>
      )}
    </DeskPage>
  );
}
