import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { InviteToTeamForm } from "@/components/accounts/invite-to-team-form";
import { DeskPage } from "@/components/desk/desk-page";
import { HandOver } from "@/components/team/hand-over";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { findHandover, requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { invitationUrl } from "@/lib/team/invitations/commands";
import { findInvitation } from "@/lib/team/queries";
import { handedOverHereAction, inviteToTeamAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/accounts/invite">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "accounts" });
  return { title: t("inviteTitle"), robots: { index: false } };
}

export default async function InviteToTeamPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/accounts/invite");
  if (!mayAtAll(actorOf(person), "instance.manage")) notFound();
  const [t, query, handover] = await Promise.all([getTranslations("accounts"), searchParams, findHandover()]);
  const token = handover?.split(".")[1];
  const invited = token ? await findInvitation(token) : undefined;

  return (
    <DeskPage person={person} part="accounts" title={t("inviteTitle")} intro={t("inviteIntro")} done={query.done}>
      <p className="mt-4 text-sm">
        <a href={address(locale, "oversight/accounts")}>{t("back")}</a>
      </p>
      {token && invited?.state === "open" && (
        <HandOver email={invited.email} url={invitationUrl(token, locale)} action={handedOverHereAction} />
      )}
      <InviteToTeamForm action={inviteToTeamAction} organisation={[query.organisation].flat()[0] ?? ""} />
    </DeskPage>
  );
}
