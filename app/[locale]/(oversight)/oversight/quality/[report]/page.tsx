import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { Fact, FactList } from "@/components/offerings/about";
import { ProgrammeList, ReportMark, ReportPapers, ReportValidity } from "@/components/quality/report-facts";
import { SubjectPanel } from "@/components/quality/subject-panel";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { findReport, type ShownReport } from "@/lib/quality/queries";
import { confirmMatchAction, rejectMatchAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/quality/[report]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "quality.list" });
  return { title: t("title"), robots: { index: false } };
}

export default async function QualityReportPage({ params, searchParams }: Props) {
  const { locale, report: key } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`oversight/quality/${key}`);
  const actor = actorOf(person);
  const report = (await findReport(actor, key)) ?? notFound();
  const [t, asked] = await Promise.all([getTranslations("quality"), searchParams]);
  const actions = mayAtAll(actor, "quality.match")
    ? (subject: string, organisation: string) => ({
        confirm: confirmMatchAction.bind(null, key, subject, organisation),
        reject: rejectMatchAction.bind(null, key, subject, organisation),
      })
    : undefined;

  return (
    <DeskPage
      person={person}
      part="quality"
      title={<span className="[overflow-wrap:anywhere]">{t("one.title", { identifier: report.localIdentifier })}</span>}
      intro={t("one.intro", { agency: report.agency, acronym: report.acronym, type: t(`type.${report.type}`) })}
      done={asked.done}
    >
      <Section id="about" title={t("one.about")}>
        <ul className="max-w-[62rem] space-y-4">
          {report.subjects.map((subject) => (
            <SubjectPanel key={subject.id} subject={subject} actions={actions} />
          ))}
        </ul>
      </Section>
      <Section id="facts" title={t("one.facts")}>
        <Facts report={report} />
      </Section>
      {report.said.programmes.length > 0 && (
        <Section id="programmes" title={t("one.programmes")}>
          <ProgrammeList programmes={report.said.programmes} />
        </Section>
      )}
      {report.said.files.length + report.said.links.length > 0 && (
        <Section id="papers" title={t("one.papers")}>
          <ReportPapers files={report.said.files} links={report.said.links} />
        </Section>
      )}
    </DeskPage>
  );
}

async function Facts({ report }: { report: ShownReport }) {
  const t = await getTranslations("quality");
  const { decision, status, valid, activities, said, source } = report;
  return (
    <FactList>
      <Fact label={t("one.decision")}>{t(`decision.${decision}`)}</Fact>
      <Fact label={t("one.validity")}>
        <ReportMark decision={decision} valid={valid} day={today()} /> <ReportValidity valid={valid} />
      </Fact>
      <Fact label={t("one.status")}>{t(`status.${status}`)}</Fact>
      <Fact label={t("one.activity")}>{activities.join(" · ")}</Fact>
      {said.contributing.length > 0 && <Fact label={t("one.contributing")}>{said.contributing.join(" · ")}</Fact>}
      {said.summary && <Fact label={t("one.summary")}>{said.summary}</Fact>}
      {source && <Fact label={t("one.source")}>{source}</Fact>}
    </FactList>
  );
}
