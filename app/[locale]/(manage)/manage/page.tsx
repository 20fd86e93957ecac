import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OwnApplications } from "@/components/applications/own-applications";
import { OwnDue } from "@/components/audits/own-due";
import { DeskPage } from "@/components/desk/desk-page";
import { FirstSteps } from "@/components/desk/first-steps";
import { DeskSummary } from "@/components/offerings-desk/desk-summary";
import { WaitingApplications } from "@/components/oversight/waiting-applications";
import { ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { listOwnApplications } from "@/lib/applications/queries";
import { listOwnDue } from "@/lib/audits/queue/queries";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { queueQuery } from "@/lib/casework/queue/list";
import { listQueue } from "@/lib/casework/queue/queries";
import { address } from "@/lib/i18n/address";
import { listKept } from "@/lib/offerings/kept/queries";

type Props = PageProps<"/[locale]/manage">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "desk" });
  return { title: t("home.title"), robots: { index: false } };
}

export default async function DeskHome({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("manage");
  const t = await getTranslations("desk");
  const actor = actorOf(person);
  // Counsellors work with the lists of their clients, which are their overview.
  if (mayAtAll(actor, "guidance.use")) redirect(address(locale, "guidance"));
  const own = person.members.length === 0 ? await listOwnApplications(actor) : [];
  const offerings = mayAtAll(actor, "offering.read") ? await listKept(actor) : null;
  const audits = mayAtAll(actor, "audit.own") ? await listOwnDue(actor) : [];
  const waiting = mayAtAll(actor, "application.read")
    ? await listQueue(actor, queueQuery.parse({ state: actor.role === "assessor" ? "mine" : "waiting" }), 5)
    : null;

  return (
    <DeskPage person={person} part="home" title={t("home.title")} done={(await searchParams).done}>
      {own.length > 0 && (
        <Section id="applications" title={t("home.applications")}>
          <OwnApplications applications={own} />
        </Section>
      )}
      {person.members.length === 0 && own.length === 0 && (
        <Section id="apply" title={t("home.applyTitle")}>
          <p className="mb-5 max-w-[62ch]">{t("home.applyText")}</p>
          <ButtonLink href={address(locale, "manage/applications")}>{t("home.apply")}</ButtonLink>
        </Section>
      )}
      <OwnDue rows={audits} />
      {waiting && <WaitingApplications queue={waiting} />}
      {offerings?.length === 0 && mayAtAll(actor, "offering.write") && <FirstSteps actor={actor} />}
      {offerings && (offerings.length > 0 || !mayAtAll(actor, "offering.write")) && (
        <DeskSummary offerings={offerings} provider={person.acting?.slug ?? ""} />
      )}
    </DeskPage>
  );
}
