import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DocumentsAsked } from "@/components/applications/documents-asked";
import { QuestionFields } from "@/components/applications/question-fields";
import { Section } from "@/components/ui/section";
import type { AskedForm } from "@/lib/criteria/form/form";
import { plainText } from "@/lib/texts/texts";
import { EditLink } from "./edit-link";

type Props = { form: AskedForm; edit?: (part: string) => string };

/** What a version asks of applicants, as they will see it; a draft with links to its parts. */
export function FormRead({ form, edit }: Props) {
  const [t, words] = [useTranslations("criteria"), useTranslations("application")];
  const locale = useLocale();
  const link = (part: string, name: string) => edit && <EditLink href={edit(part)} name={name} />;
  const { intro, declaration, questions, documents } = form;
  const more = (part: "new-question" | "new-document") => edit && <a href={edit(part)}>{t(`part.${part}`)}</a>;

  return (
    <Section id="form" title={t("form.title")} aside={link("form", t("part.form"))}>
      <p className="max-w-[62ch] text-ink-2">{t("form.text")}</p>
      <Part title={t("form.questions")}>
        {plainText(intro, locale) && <p className="mb-5 max-w-[62ch] whitespace-pre-line">{plainText(intro, locale)}</p>}
        {questions.length === 0 && <p className="text-ink-2">{t("form.noQuestions")}</p>}
        <ol className="grid gap-6">
          {questions.map((question) => (
            <Asked
              key={question.code}
              code={question.code}
              serves={question.criterion && t("form.serves", { code: question.criterion })}
              link={link(question.code, question.code)}
            >
              <fieldset disabled className="min-w-0">
                <QuestionFields questions={[question]} answers={{}} />
              </fieldset>
            </Asked>
          ))}
        </ol>
        <p className="mt-4">{more("new-question")}</p>
      </Part>
      <Part title={t("form.documents")}>
        {documents.length === 0 && <p className="text-ink-2">{t("form.noDocuments")}</p>}
        <ol className="grid gap-4">
          {documents.map((document) => (
            <Asked key={document.code} code={document.code} serves={null} link={link(document.code, document.code)}>
              <DocumentsAsked documents={[document]} files={[]} />
            </Asked>
          ))}
        </ol>
        <p className="mt-4">{more("new-document")}</p>
      </Part>
      <Part title={t("form.declaration")}>
        <p className="max-w-[62ch]">{plainText(declaration, locale) || words("field.declared")}</p>
      </Part>
    </Section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mt-7">
      <h3 className="mb-3 text-xl">{title}</h3>
      {children}
    </div>
  );
}

type One = { code: string; serves: string | null; link: ReactNode; children: ReactNode };

/** What the applicant sees, and beside it what only those who keep the form see. */
function Asked({ code, serves, link, children }: One) {
  return (
    <li className="grid gap-x-8 gap-y-2 border-line border-b pb-5 md:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
      {children}
      <p className="flex flex-wrap items-baseline gap-x-4 text-ink-2 text-sm md:flex-col">
        <span className="font-mono">{code}</span>
        {serves && <span>{serves}</span>}
        {link}
      </p>
    </li>
  );
}
