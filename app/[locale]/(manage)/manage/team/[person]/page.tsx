import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { RoleOptions } from "@/components/team/role-options";
import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { listTeam } from "@/lib/team/queries";
import { rolesIn } from "@/lib/team/team";
import { plainText } from "@/lib/texts/texts";
import { changeRoleAction, takeOutAction } from "./actions";

type Props = PageProps<"/[locale]/manage/team/[person]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "team" });
  return { title: t("member.title"), robots: { index: false } };
}

export default async function MemberPage({ params }: Props) {
  const { locale, person: id } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("manage/team");
  const actor = actorOf(person);
  const member = mayAtAll(actor, "team.manage") ? (await listTeam(actor)).find(({ personId }) => personId === id) : undefined;
  if (!member || !person.acting) notFound();
  const [t, desk] = await Promise.all([getTranslations("team"), getTranslations("desk")]);
  const words = { name: member.name || member.email, organisation: plainText(person.acting.name, locale) };

  return (
    <DeskPage person={person} part="team" title={words.name} intro={member.email}>
      <Section id="role-title" title={t("member.role")}>
        <ActionForm action={changeRoleAction.bind(null, id)} problemsTitle={desk("problems")} className="grid gap-5">
          <RoleOptions roles={rolesIn(person.acting.roles)} chosen={member.role} />
          <div className="flex flex-wrap gap-3">
            <Button type="submit">{t("member.save")}</Button>
            <ButtonLink look="quiet" href={address(locale, "manage/team")}>
              {t("back")}
            </ButtonLink>
          </div>
        </ActionForm>
      </Section>
      {member.personId !== person.personId && (
        <Section id="take-out" title={t("member.takeOutTitle")}>
          <p className="mb-4 max-w-[62ch]">{t("member.takeOutText", words)}</p>
          <form action={takeOutAction.bind(null, id)}>
            <Button look="quiet" type="submit">
              {t("member.takeOut", words)}
            </Button>
          </form>
        </Section>
      )}
    </DeskPage>
  );
}
