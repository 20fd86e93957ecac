import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { dayOf } from "@/lib/clock";
import { formatDay } from "@/lib/i18n/format";
import type { OpenInvitation } from "@/lib/team/queries";

type Bound = (id: string) => () => Promise<void>;

/** Invitations that nobody has taken up yet. */
export function InvitationList({ invitations, again, revoke }: { invitations: OpenInvitation[]; again: Bound; revoke: Bound }) {
  const [t, account] = [useTranslations("team"), useTranslations("account")];
  const locale = useLocale();
  if (invitations.length === 0) return <p className="text-ink-2">{t("noInvitations")}</p>;

  return (
    <ul className="divide-y divide-line border-line border-y">
      {invitations.map(({ id, email, role, invitedBy, createdAt, expiresAt, isOver }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-3">
          <span className="min-w-0">
            <strong className="wrap-anywhere font-semibold">{email}</strong>
            <span className="block text-ink-2 text-sm">
              {account(`role.${role}`)} ·{" "}
              {t("invitedBy", { named: invitedBy ? "yes" : "no", name: invitedBy ?? "", day: formatDay(dayOf(createdAt), locale) })}
            </span>
            <span className={`block text-sm ${isOver ? "font-semibold text-warn" : "text-ink-2"}`}>
              {t(isOver ? "wasOpenUntil" : "openUntil", { day: formatDay(dayOf(expiresAt), locale) })}
            </span>
          </span>
          <span className="flex flex-wrap gap-3">
            {(
              [
                ["again", again],
                ["revoke", revoke],
              ] as const
            ).map(([name, bound]) => (
              <form key={name} action={bound(id)}>
                <Button look="quiet" type="submit">
                  {t(name)}
                  <span className="sr-only"> {email}</span>
                </Button>
              </form>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
