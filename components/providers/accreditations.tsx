import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import {
  AccreditationLinks,
  AccreditationMark,
  EffectWarning,
  StandardAndBody,
  Validity,
} from "@/components/accreditations/accreditation-facts";
import { AccreditationTimeline } from "@/components/accreditations/accreditation-timeline";
import { ScopeList } from "@/components/accreditations/scope-list";
import { LocalText } from "@/components/offerings/local-text";
import { Details } from "@/components/ui/details";
import { Section } from "@/components/ui/section";
import type { AccreditationEntry } from "@/lib/accreditations/accreditation";
import type { Day } from "@/lib/days/days";

const columns = ["what", "scope", "validity"] as const;
const cell = "py-3.5 pe-6 max-md:not-print:block max-md:not-print:py-1 max-md:not-print:pe-0";

/** Accreditations over time: as a picture, and in words for what, by whom and until when. */
export function Accreditations({
  accreditations,
  day,
  report,
}: {
  accreditations: AccreditationEntry[];
  day: Day;
  /** What is known of the report that it rests on. */
  report: (accreditation: AccreditationEntry) => ReactNode;
}) {
  const t = useTranslations("provider.accreditation");

  return (
    <Section id="accreditations" title={t("title")}>
      {accreditations.length === 0 ? (
        <p className="text-ink-2">{t("none")}</p>
      ) : (
        <>
          <div className="mb-4 max-w-[50rem]">
            <AccreditationTimeline accreditations={accreditations} day={day} />
          </div>
          <AccreditationTable
            accreditations={accreditations}
            day={day}
            basis={(one) => (
              <>
                <Validity accreditation={one} />
                {report(one)}
              </>
            )}
          />
        </>
      )}
    </Section>
  );
}

type Table<A> = { accreditations: A[]; day: Day; basis: (accreditation: A) => ReactNode };

/** So many that have ended are shown with the others; more of them wait behind a summary, so that what holds is seen. */
const endedShown = 5;

/** Each accreditation in words, the newest first; `basis` says how long it holds and what says so. */
export function AccreditationTable<A extends AccreditationEntry>({ accreditations, day, basis }: Table<A>) {
  const t = useTranslations("provider.accreditation");
  const newest = accreditations.toReversed();
  const ended = newest.filter(({ valid }) => valid.until !== null && valid.until <= day);
  if (ended.length <= endedShown) return <Rows accreditations={newest} day={day} basis={basis} />;
  const others = newest.filter((one) => !ended.includes(one));

  return (
    <>
      {others.length > 0 && <Rows accreditations={others} day={day} basis={basis} />}
      <Details summary={t("ended", { count: ended.length })} className="mt-4">
        <Rows accreditations={ended} day={day} basis={basis} />
      </Details>
    </>
  );
}

function Rows<A extends AccreditationEntry>({ accreditations, day, basis }: Table<A>) {
  const t = useTranslations("provider.accreditation");

  return (
    <table className="w-full text-start max-md:not-print:block">
      <thead className="max-md:not-print:sr-only">
        <tr className="border-line border-b text-ink-2 text-sm">
          {columns.map((column) => (
            <th key={column} scope="col" className="py-2 pe-6 text-start font-semibold">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-md:not-print:block">
        {accreditations.map((one) => (
          <AccreditationRow key={one.id} accreditation={one} day={day} basis={basis(one)} />
        ))}
      </tbody>
    </table>
  );
}

function AccreditationRow({ accreditation, day, basis }: { accreditation: AccreditationEntry; day: Day; basis: ReactNode }) {
  return (
    <tr className="break-inside-avoid border-line border-b align-top max-md:not-print:mb-3 max-md:not-print:block max-md:not-print:rounded-lg max-md:not-print:border max-md:not-print:bg-raised max-md:not-print:p-4">
      <td className={cell}>
        <p className="mb-1 font-semibold">
          <LocalText texts={accreditation.title} />
        </p>
        <StandardAndBody accreditation={accreditation} />
      </td>
      <td className={cell}>
        <ScopeList scope={accreditation} offering={accreditation.offeringId !== null} />
      </td>
      <td className={`${cell} space-y-1.5`}>
        <AccreditationMark accreditation={accreditation} day={day} />
        <div className="text-sm">{basis}</div>
        <EffectWarning accreditation={accreditation} />
        <AccreditationLinks accreditation={accreditation} />
      </td>
    </tr>
  );
}
