import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Details } from "@/components/ui/details";
import { Nothing } from "@/components/ui/nothing";
import { type Tone, ToneMark } from "@/components/ui/tone-mark";
import type { AuditGrade, AuditStandard } from "@/db/schema";
import type { AuditState, FindingState } from "@/lib/audits/audit";
import type { FindingWords } from "@/lib/audits/findings/queries";
import { elementOf } from "@/lib/audits/standards";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import type { OfferingView } from "@/lib/offerings/queries";
import { plainText } from "@/lib/texts/texts";
import { Inspected } from "./inspected";

const gradeTones: Record<AuditGrade, Tone> = { conform: "good", remark: "none", minor: "warn", major: "bad" };

type Props = {
  findings: FindingState[];
  words: FindingWords[];
  standards: AuditStandard[];
  /** The version that was inspected, by the number of the finding. */
  views: Map<number, OfferingView>;
  /** The level of each heading: below that of the part, where there is one. */
  heading?: "h2" | "h3";
  /** Under a finding: what can be done about it. */
  below?: (finding: FindingState) => ReactNode;
};

/** What was found, each against its standard and the version that was inspected, with the answer and what came of it. */
export function FindingList({ findings, words, standards, views, heading = "h3", below }: Props) {
  const t = useTranslations("audits.finding");
  if (findings.length === 0) return <Nothing className="">{t("none")}</Nothing>;

  return (
    <ol className="max-w-[72ch] space-y-6">
      {findings.map((finding) => (
        <li
          key={finding.number}
          id={`finding-${finding.number}`}
          className={`min-w-0 border-line border-t pt-4 ${finding.dropped ? "text-ink-2" : ""}`}
        >
          <Finding
            finding={finding}
            words={words.filter(({ number }) => number === finding.number)}
            standards={standards}
            heading={heading}
            view={views.get(finding.number)}
          />
          {below?.(finding)}
        </li>
      ))}
    </ol>
  );
}

type One = Required<Pick<Props, "words" | "standards" | "heading">> & { finding: FindingState; view: OfferingView | undefined };

function Finding({ finding, words, standards, heading: Heading, view }: One) {
  const t = useTranslations("audits.finding");
  const locale = useLocale();
  const now = words.find(({ revision }) => revision === finding.revision);
  const earlier = words.filter(
    ({ revision }) => revision !== finding.revision && (finding.sentRevision === null || revision >= finding.sentRevision),
  );
  if (!now) return null;

  return (
    <>
      <Heading className="flex items-baseline gap-2 font-bold font-text text-base tracking-normal">
        <ToneMark tone={finding.dropped ? "none" : gradeTones[now.grade]} />
        <span className="min-w-0 [overflow-wrap:anywhere]">
          {t("number", { number: finding.number })} {finding.dropped ? t("isDropped") : t(`grade.${now.grade}`)}
          {" · "}
          <StandardName standard={now.standard} standards={standards} />
        </span>
      </Heading>
      <p className={`mt-2 whitespace-pre-line [overflow-wrap:anywhere] ${finding.dropped ? "line-through" : ""}`}>{now.text}</p>
      {now.slug && (
        <div className="mt-3 border-line border-s-4 bg-sunk px-4 py-2.5 text-sm">
          <p>
            <a href={address(locale, `offerings/${now.slug}?version=${now.versionNumber}`)}>
              {t("inspected", { version: now.versionNumber ?? 0 })}
            </a>
          </p>
          {view && (
            <div className="mt-1 [overflow-wrap:anywhere]">
              <Inspected view={view} element={elementOf(now.standard)} />
            </div>
          )}
        </div>
      )}
      {earlier.length > 0 && (
        <Details summary={t("earlier", { count: earlier.length })} className="mt-2">
          <ul className="mt-1 space-y-2 border-line border-s-2 ps-4 text-ink-2 text-sm">
            {earlier.map(({ revision, grade, text, writtenAt }) => (
              <li key={revision}>
                {t("was", { grade: t(`grade.${grade}`), day: formatDay(dayOf(writtenAt), locale) })}
                <span className="block whitespace-pre-line [overflow-wrap:anywhere]">{text}</span>
              </li>
            ))}
          </ul>
        </Details>
      )}
      <Answered finding={finding} />
    </>
  );
}

function Answered({ finding: { answer, settled } }: { finding: FindingState }) {
  const t = useTranslations("audits.finding");
  if (!answer && !settled) return null;
  return (
    <dl className="mt-3 space-y-2 text-sm">
      {answer && (
        <div>
          <dt className="font-semibold">{t(answer.accepts ? "accepted" : "contested")}</dt>
          {answer.text && <dd className="whitespace-pre-line [overflow-wrap:anywhere]">{answer.text}</dd>}
        </div>
      )}
      {settled && (
        <div>
          <dt className="font-semibold">{t(`settled.${settled.how}`)}</dt>
          <dd className="whitespace-pre-line [overflow-wrap:anywhere]">{settled.reason}</dd>
        </div>
      )}
    </dl>
  );
}

/** A standard by its code and name, or an element of Annex I by its own. */
export function StandardName({ standard, standards }: { standard: string; standards: AuditStandard[] }) {
  const [t, annex] = [useTranslations("audits.finding"), useTranslations("offering.annex.elements")];
  const locale = useLocale();
  const element = elementOf(standard);
  if (element) return t("annex", { element: annex(`${element}.name`) });
  return `${standard} ${plainText(standards.find(({ code }) => code === standard)?.title, locale)}`;
}

/** What an auditor can still do with a finding: word it anew or take it back before it is sent, settle it after the answer. */
export function FindingLinks({ state, finding, path }: { state: Pick<AuditState, "stage">; finding: FindingState; path: string }) {
  const t = useTranslations("audits.finding");
  const drafts = state.stage === "examined";
  const settles = state.stage === "answered" && finding.settled === null;
  if (finding.dropped || !(drafts || settles)) return null;
  return (
    <p className="mt-3">
      <a href={`${path}?finding=${finding.number}`}>
        {t(drafts ? "edit" : "settle")}
        <span className="sr-only"> {t("number", { number: finding.number })}</span>
      </a>
    </p>
  );
}
