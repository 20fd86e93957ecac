import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ProblemSaid } from "@/components/desk/problem-said";
import { HandOver } from "@/components/team/hand-over";
import { InvitationList } from "@/components/team/invitation-list";
import { InviteForm } from "@/components/team/invite-form";
import { TeamTable } from "@/components/team/team-table";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { findHandover, requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { paged } from "@/lib/pages/paged";
import { invitationUrl } from "@/lib/team/invitations/commands";
import { listInvitations, listTeam } from "@/lib/team/queries";
import { rolesIn } from "@/lib/team/team";
import { plainText } from "@/lib/texts/texts";
import { handedOverAction, inviteAction, inviteAgainAction, revokeAction } from "./actions";

type Props = PageProps<"/[locale]/manage/team">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "team" });
  return { title: t("title"), robots: { index: false } };
}

export default async function TeamPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("manage/team");
  const actor = actorOf(person);
  if (!person.acting || !mayAtAll(actor, "team.read")) notFound();
  const [t, query, team, invitations, handover] = await Promise.all([
    getTranslations("team"),
    searchParams,
    listTeam(actor),
    listInvitations(actor),
    findHandover(),
  ]);
  const [members, invited] = [paged(team, query.page), paged(invitations, query.invited)];
  const [handedId, token] = handover?.split(".") ?? [];
  const handed = invitations.find(({ id }) => id === handedId);

  return (
    <DeskPage
      person={person}
      part="team"
      title={t("title")}
      intro={t("intro", { organisation: plainText(person.acting.name, locale) })}
      done={query.done}
    >
      <ProblemSaid code={query.problem} />
      {handed && token && <HandOver email={handed.email} url={invitationUrl(token, locale)} action={handedOverAction} />}
      <Section id="members" title={t("members")}>
        <TeamTable team={members.shown} self={person.personId} mayManage={mayAtAll(actor, "team.manage")} />
        <Pagination page={members.page} pages={members.pages} href={(one) => address(locale, `manage/team?page=${one}`)} />
      </Section>
      {mayAtAll(actor, "team.manage") && (
        <>
          <Section id="invitations" title={t("invitations")}>
            <InvitationList
              invitations={invited.shown}
              again={(id) => inviteAgainAction.bind(null, id)}
              revoke={(id) => revokeAction.bind(null, id)}
            />
            <Pagination
              page={invited.page}
              pages={invited.pages}
              href={(one) => address(locale, `manage/team?invited=${one}#invitations`)}
            />
          </Section>
          <Section id="invite" title={t("invite.title")}>
            <InviteForm roles={rolesIn(person.acting.roles)} action={inviteAction} />
          </Section>
        </>
      )}
    </DeskPage>
  );
}
