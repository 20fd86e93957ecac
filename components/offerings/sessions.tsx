import { useTranslations } from "next-intl";
import { Details } from "@/components/ui/details";
import { Section } from "@/components/ui/section";
import type { Day } from "@/lib/days/days";
import type { OfferingView } from "@/lib/offerings/queries";
import { isCurrent } from "@/lib/sessions/session";
import type { OfferingScope } from "@/lib/visibility/visibility";
import { SessionRow } from "./session-row";

/** `closed` where the offering is out of the catalogue: then no state invites anybody to enrol. */
export type SessionsProps = { view: OfferingView; day: Day; scope: OfferingScope; closed: boolean };

/** When it runs: what is to come first, what is over or cancelled behind a summary. */
export function Sessions(props: SessionsProps) {
  const t = useTranslations("offering.sessions");
  const { view, day } = props;
  const current = view.sessions.filter((session) => isCurrent(session, day));
  const past = view.sessions.filter((session) => !isCurrent(session, day)).reverse();
  // Cancelled ones that lie ahead stay in sight: somebody may be waiting for them.
  const ahead = past.filter(({ cancelledOn, startsOn }) => cancelledOn !== null && startsOn !== null && startsOn >= day);
  const over = past.filter((session) => !ahead.includes(session));
  const shown = [...current, ...ahead].sort((a, b) => (a.startsOn ?? "9").localeCompare(b.startsOn ?? "9"));

  return (
    <Section id="sessions" title={t("title")}>
      {shown.length > 0 ? <SessionTable {...props} sessions={shown} caption={t("current")} /> : <p className="text-ink-2">{t("none")}</p>}
      {over.length > 0 && (
        <Details summary={t("past", { count: over.length })} className="mt-3">
          <SessionTable {...props} sessions={over} caption={t("pastCaption")} />
        </Details>
      )}
    </Section>
  );
}

function SessionTable({ sessions, caption, ...props }: SessionsProps & { sessions: OfferingView["sessions"]; caption: string }) {
  const t = useTranslations("offering.sessions");

  return (
    <table className="w-full text-start max-md:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-md:sr-only">
        <tr className="border-line border-b text-ink-2 text-sm">
          {(["when", "where", "price", "state"] as const).map((column) => (
            <th key={column} scope="col" className="py-2 pe-5 text-start font-semibold">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} {...props} />
        ))}
      </tbody>
    </table>
  );
}
