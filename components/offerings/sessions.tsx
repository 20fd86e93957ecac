import { useTranslations } from "next-intl";
import { Details } from "@/components/ui/details";
import { Section } from "@/components/ui/section";
import type { OfferingView } from "@/lib/offerings/queries";
import type { Outlines } from "@/lib/places/outlines";
import { isCurrent } from "@/lib/sessions/session";
import { SessionPlaces } from "./session-places";
import { SessionRow, type SessionsProps } from "./session-row";

/** When it runs: what is to come first, what is over or cancelled behind a summary. */
export function Sessions({ outlines, ...props }: SessionsProps & { outlines: Outlines | undefined }) {
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
      {shown.length > 0 ? (
        <>
          <SessionTable {...props} sessions={shown} caption={t("current")} />
          <SessionPlaces sessions={shown} outlines={outlines} />
        </>
      ) : (
        <p className="text-ink-2">{t(props.closed ? "noneClosed" : "none")}</p>
      )}
      {over.length > 0 && (
        <Details summary={t("past", { count: over.length })} className="mt-3">
          <SessionTable {...props} sessions={over} caption={t("pastCaption")} />
        </Details>
      )}
    </Section>
  );
}

const widths = { when: "w-[26%]", where: "w-[23%]", price: "w-[22%]", state: "w-[29%]" } as const;

function SessionTable({ sessions, caption, ...props }: SessionsProps & { sessions: OfferingView["sessions"]; caption: string }) {
  const t = useTranslations("offering.sessions");

  return (
    <table className="w-full table-fixed text-start max-md:block print:table print:break-inside-avoid">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-md:sr-only print:not-sr-only print:table-header-group">
        <tr className="border-line border-b text-ink-2 text-sm">
          {(["when", "where", "price", "state"] as const).map((column) => (
            <th key={column} scope="col" className={`py-2 pe-5 text-start font-semibold ${widths[column]}`}>
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:block print:table-row-group">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} {...props} />
        ))}
      </tbody>
    </table>
  );
}
