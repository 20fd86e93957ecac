import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { InLanguages } from "@/components/desk/in-languages";
import { ChoiceField, TextField, TickField } from "@/components/ui/form-fields";
import { type CriteriaContent, criteriaOf } from "@/lib/criteria/criteria";
import { type AskedDocument, type AskedForm, type Question, questionKinds } from "@/lib/criteria/form/form";
import { listOf } from "@/lib/criteria/form/input";
import { plainText } from "@/lib/texts/texts";
import { inLanguages, Rows } from "./rows";

/** One part of the form in every language side by side: its texts, a question or a document. */
export function FormPartFields({ content, part }: { content: CriteriaContent; part: string }) {
  const { form } = content;
  const list = listOf(form, part);
  if (!list) return <Texts form={form} />;
  const place = form[list].findIndex(({ code }) => code === part);
  const document = form.documents.find(({ code }) => code === part);
  const question = form.questions.find(({ code }) => code === part);
  return (
    <Common list={list} one={question ?? document} place={place}>
      {list === "questions" && <QuestionPart content={content} question={question} />}
    </Common>
  );
}

function Texts({ form: { intro, declaration } }: { form: AskedForm }) {
  const [t, words] = [useTranslations("criteria.field"), useTranslations("application.field")];
  return (
    <>
      <InLanguages name="intro" label={t("intro")} hint={t("guidanceHint")} rows={4} given={inLanguages(intro)} />
      <InLanguages
        name="declaration"
        label={t("declaration")}
        hint={t("declarationHint", { usual: words("declared") })}
        rows={4}
        given={inLanguages(declaration)}
      />
    </>
  );
}

type Common = {
  list: "questions" | "documents";
  one: AskedDocument | undefined;
  /** Below nothing: it is a new one. */
  place: number;
  children: ReactNode;
};

function Common({ list, one, place, children }: Common) {
  const t = useTranslations("criteria.field");
  return (
    <div className="group grid gap-8">
      <div className="grid items-start gap-4 sm:grid-cols-3">
        {!one && <TextField name="code" label={t("code")} />}
        <TextField name="place" inputMode="numeric" label={t("place")} hint={t("placeHint")} defaultValue={one ? place + 1 : ""} />
      </div>
      <InLanguages name="title" label={t("title")} rows={2} given={inLanguages(one?.title)} />
      <InLanguages name="guidance" label={t("guidance")} hint={t("guidanceHint")} rows={2} given={inLanguages(one?.guidance)} />
      <TickField
        name="required"
        label={t(list === "questions" ? "requiredQuestion" : "requiredDocument")}
        ticked={one?.required ?? list === "questions"}
      />
      {children}
      {one && <TickField name="remove" label={t(list === "questions" ? "removeQuestion" : "removeDocument")} />}
    </div>
  );
}

/** What only a question has; options and unit are shown where the kind that is chosen has them. */
function QuestionPart({ content, question }: { content: CriteriaContent; question: Question | undefined }) {
  const t = useTranslations("criteria.field");
  const locale = useLocale();
  const options = question?.options ?? [];

  return (
    <>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <ChoiceField name="kind" label={t("kind")} defaultValue={question?.kind ?? "long-text"}>
          {questionKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kindIs.${kind}`)}
            </option>
          ))}
        </ChoiceField>
        <ChoiceField name="criterion" label={t("criterion")} defaultValue={question?.criterion ?? ""}>
          <option value="">{t("noCriterion")}</option>
          {criteriaOf(content).map(({ code, title }) => (
            <option key={code} value={code}>
              {code} {plainText(title, locale)}
            </option>
          ))}
        </ChoiceField>
      </div>
      <div className="hidden group-has-[option[value=number]:checked]:block">
        <InLanguages name="unit" label={t("unit")} hint={t("guidanceHint")} rows={1} given={inLanguages(question?.unit)} />
      </div>
      <div className="hidden gap-4 group-has-[option[value=one-of]:checked]:grid group-has-[option[value=several-of]:checked]:grid">
        <h2 className="text-xl">{t("options")}</h2>
        <Rows of="options" rows={options} more={Math.max(1, 3 - options.length)} />
      </div>
    </>
  );
}
