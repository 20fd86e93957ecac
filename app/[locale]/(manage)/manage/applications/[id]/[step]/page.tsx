import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DocumentsAsked } from "@/components/applications/documents-asked";
import { EvidenceList } from "@/components/applications/evidence-list";
import { EvidenceUpload } from "@/components/applications/evidence-upload";
import { StepFields } from "@/components/applications/step-fields";
import { DeskPage } from "@/components/desk/desk-page";
import { ProblemSaid } from "@/components/desk/problem-said";
import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { HiddenField } from "@/components/ui/hidden-field";
import { authoritiesOf, isEditable, stepsOf } from "@/lib/applications/application";
import { findAsked } from "@/lib/applications/asked/queries";
import { isStep } from "@/lib/applications/content";
import { type ApplicationView, findOwnApplication, listEvidence, listHolders } from "@/lib/applications/queries";
import { actorOf } from "@/lib/auth/actor";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { type AskedDocument, emptyForm } from "@/lib/criteria/form/form";
import { address } from "@/lib/i18n/address";
import { findCompetence } from "@/lib/jurisdictions/queries";
import { plainText } from "@/lib/texts/texts";
import { removeEvidenceAction, saveStepAction } from "./actions";

type Props = PageProps<"/[locale]/manage/applications/[id]/[step]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, step } = await params;
  const t = await getTranslations({ locale, namespace: "application" });
  return { title: isStep(step) ? t(`step.${step}`) : t("title"), robots: { index: false } };
}

export default async function StepPage({ params, searchParams }: Props) {
  const { locale, id, step } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`manage/applications/${id}/${step}`);
  const application = await findOwnApplication(actorOf(person), id);
  if (!application || !isStep(step)) notFound();
  const overview = address(locale, `manage/applications/${id}`);
  if (!isEditable(application.status)) redirect(overview);
  const [t, desk, query, holders, competence, asked] = await Promise.all([
    getTranslations("application"),
    getTranslations("desk"),
    searchParams,
    listHolders(application.content.identifiers),
    findCompetence(today()),
    findAsked(application),
  ]);
  const steps = stepsOf(asked);
  if (!steps.includes(step)) notFound();
  const seatFirst = !asked && (step === "answers" || step === "evidence");

  return (
    <DeskPage person={person} part="applications" title={t(`step.${step}`)} intro={t(`stepText.${step}`)} done={query.done}>
      <p className="mt-3 text-sm">
        <a href={overview}>{t("overview")}</a>
        <span className="text-ink-2"> · {t("position", { number: steps.indexOf(step) + 1, count: steps.length })}</span>
      </p>
      <ProblemSaid code={query.problem} />
      {seatFirst && (
        <p className="mt-6 max-w-[62ch]">
          {t("answers.seatFirst")} <a href={`${overview}/places`}>{t("answers.toSeat")}</a>
        </p>
      )}
      {step === "answers" && asked && <p className="mt-6 max-w-[62ch] whitespace-pre-line">{plainText(asked.intro, locale)}</p>}
      {step === "evidence" && <EvidenceStep application={application} documents={asked?.documents ?? []} locale={locale} />}
      {step !== "evidence" && !(step === "answers" && seatFirst) && (
        <ActionForm action={saveStepAction.bind(null, id, step)} problemsTitle={desk("problems")} className="mt-6 grid max-w-2xl gap-6">
          <HiddenField name="revision" value={application.revision} />
          <StepFields
            step={step}
            content={application.content}
            holders={holders}
            competent={authoritiesOf(application.content, competence)}
            asked={asked ?? emptyForm}
          />
          <div className="flex flex-wrap gap-3">
            <Button type="submit" name="go" value="next">
              {t(step === "declaration" ? "saveLast" : "saveNext")}
            </Button>
            {step === "quality" && (
              <Button type="submit" name="go" value="more" look="quiet">
                {t("saveMore")}
              </Button>
            )}
            {step !== "declaration" && (
              <Button type="submit" name="go" value="overview" look="quiet">
                {t("saveLeave")}
              </Button>
            )}
          </div>
        </ActionForm>
      )}
    </DeskPage>
  );
}

type Evidence = { application: ApplicationView; documents: AskedDocument[]; locale: string };

async function EvidenceStep({ application, documents, locale }: Evidence) {
  const base = `manage/applications/${application.id}`;
  const [t, files] = await Promise.all([getTranslations("application"), listEvidence(application)]);

  const absent = documents.filter(({ code }) => files.every(({ document }) => document !== code));
  const next = (absent.find(({ required }) => required) ?? absent[0])?.code;

  return (
    <div className="mt-6 grid max-w-2xl gap-8">
      {documents.length > 0 && (
        <section aria-labelledby="documents">
          <h2 id="documents" className="mb-3 text-xl">
            {t("documents.title")}
          </h2>
          <DocumentsAsked documents={documents} files={files} />
        </section>
      )}
      <EvidenceList
        files={files}
        documents={documents}
        href={(file) => address(locale, `${base}/files/${file}`)}
        remove={(file) => removeEvidenceAction.bind(null, application.id, file)}
      />
      <EvidenceUpload action={address(locale, `${base}/files`)} documents={documents} next={next} />
      <p className="flex flex-wrap gap-3">
        <ButtonLink look={files.length > 0 ? "main" : "quiet"} href={address(locale, `${base}/contact`)}>
          {t("evidence.goOn")}
        </ButtonLink>
        <ButtonLink look="quiet" href={address(locale, base)}>
          {t("overview")}
        </ButtonLink>
      </p>
    </div>
  );
}
