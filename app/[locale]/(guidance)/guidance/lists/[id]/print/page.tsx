import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { HandedBy, HandedList } from "@/components/guidance/handed-list";
import { ButtonLink } from "@/components/ui/button";
import { actorOf } from "@/lib/auth/actor";
import { findHandover, requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { linkShownTo } from "@/lib/guidance/lists/link";
import { findOwnList } from "@/lib/guidance/lists/queries";
import { noteUse } from "@/lib/guidance/uses/commands";
import { address } from "@/lib/i18n/address";
import { boundsOf } from "@/lib/lists/queries";
import { findPlan } from "@/lib/plans/queries";
import "@/components/lists/print.css";

type Props = PageProps<"/[locale]/guidance/lists/[id]/print">;

/** A browser prints the title of a page at the head of the sheet: it is what the client reads. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "lists.shared" });
  return { title: t("forYou"), robots: { index: false } };
}

export default async function PrintPage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`guidance/lists/${id}/print`);
  const actor = actorOf(person);
  const { list, items } = (await findOwnList(actor, id)) ?? notFound();
  if (list.isTemplate) notFound();
  const bounds = boundsOf(list);
  const [t, shared, plan, handover] = await Promise.all([
    getTranslations("clients"),
    getTranslations("lists.shared"),
    findPlan(items, bounds),
    findHandover(),
  ]);
  await noteUse(actor, "printed-or-file");

  return (
    <DeskPage
      person={person}
      part="lists"
      title={shared("forYou")}
      actions={
        <ButtonLink look="quiet" href={address(locale, `guidance/lists/${id}`)} className="print:hidden">
          {t("print.back")}
        </ButtonLink>
      }
    >
      <p className="mt-3 max-w-[62ch] text-ink-2 text-sm print:hidden">{t("print.hint")}</p>
      <HandedBy service={person.acting?.name ?? {}} day={today()} />
      <HandedList items={items} plan={plan} bounds={bounds} day={today()} url={linkShownTo(list, handover, locale)} />
    </DeskPage>
  );
}
