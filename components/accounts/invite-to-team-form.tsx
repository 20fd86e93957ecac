import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { ChoiceField, TextField } from "@/components/ui/form-fields";
import { ownName } from "@/lib/i18n/format";
import { locales } from "@/lib/i18n/locales";
import { roles } from "@/lib/team/input";

type Props = { action: ComponentProps<typeof ActionForm>["action"]; organisation: string };

/** Invites somebody to the team of any organisation; which roles it has, the command knows. */
export function InviteToTeamForm({ action, organisation }: Props) {
  const [t, team, role, desk] = [
    useTranslations("accounts"),
    useTranslations("team.invite"),
    useTranslations("account.role"),
    useTranslations("desk"),
  ];
  const locale = useLocale();
  return (
    <ActionForm action={action} problemsTitle={desk("problems")} label={t("inviteTitle")} className="mt-8 grid gap-5 sm:max-w-xl">
      <TextField name="organisation" label={t("inviteTeam")} hint={t("inviteTeamHint")} defaultValue={organisation} autoComplete="off" />
      <TextField name="email" type="email" autoComplete="off" label={team("email")} hint={team("emailHint")} />
      <ChoiceField name="role" label={t("role")} defaultValue="manager">
        {roles.map((one) => (
          <option key={one} value={one}>
            {role(one)}
          </option>
        ))}
      </ChoiceField>
      <ChoiceField name="locale" label={team("language")} defaultValue={locale}>
        {locales.map((one) => (
          <option key={one} value={one} lang={one}>
            {ownName(one)}
          </option>
        ))}
      </ChoiceField>
      <Button type="submit" className="justify-self-start">
        {team("send")}
      </Button>
    </ActionForm>
  );
}
