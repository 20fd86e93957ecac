import { useLocale, useTranslations } from "next-intl";
import type { InvitableSession } from "@/lib/feedback/queries";
import { formatDay } from "@/lib/i18n/format";
import { InviteForm, type LinksState } from "./invite-form";

type Invite = (previous: LinksState, form: FormData) => Promise<LinksState>;

/** The sessions whose learners can be asked, each with its links. */
export function Invitations({ sessions }: { sessions: { session: InvitableSession; invite: Invite }[] }) {
  const t = useTranslations("feedback.invite");
  const locale = useLocale();
  const words = { count: t("count"), button: t("button"), ready: t("ready"), readyText: t("readyText"), download: t("download") };
  const name = ({ startsOn, endsOn }: InvitableSession) =>
    startsOn !== null && endsOn !== null && startsOn !== endsOn
      ? t("session", { from: formatDay(startsOn, locale), until: formatDay(endsOn, locale) })
      : formatDay(endsOn ?? startsOn ?? "", locale, "long");

  if (sessions.length === 0) return <p className="max-w-[62ch] text-ink-2">{t("none")}</p>;
  return (
    <>
      <p className="mb-4 max-w-[62ch] text-ink-2 print:hidden">{t("text")}</p>
      <ul className="divide-y divide-line border-line border-y">
        {sessions.map(({ session, invite }) => (
          <li key={session.id} className="py-4">
            <p>
              <strong className="font-semibold">{name(session)}</strong> <span className="text-ink-2 text-sm">{session.externalId}</span>
            </p>
            <p className="mb-2.5 text-ink-2 text-sm">{t("made", { links: session.links, used: session.used })}</p>
            <InviteForm
              action={invite}
              label={`${t("button")}: ${name(session)}`}
              words={words}
              fileName={`links-${session.externalId}.csv`}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
