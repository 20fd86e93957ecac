import { useLocale, useTranslations } from "next-intl";
import { QuestionBox } from "@/components/ui/question-box";
import { address } from "@/lib/i18n/address";
import { Suggestions } from "./suggestions";

type Props = {
  defaultValue?: string;
  form?: string;
  /** Whether it is asked of somebody else. */
  forClient?: boolean;
};

/** The question and its button. With `form` they belong to a form elsewhere on the page; without, they are one. */
export function SearchBox({ defaultValue = "", form, forClient = false }: Props) {
  const [t, suggested] = [useTranslations("search"), useTranslations("suggestions")];
  const locale = useLocale();
  const box = (
    <QuestionBox
      label={t(forClient ? "questionForClient" : "question")}
      placeholder={t("questionHint")}
      submit={t("find")}
      defaultValue={defaultValue}
      maxLength={300}
      {...(form ? { form } : {})}
    >
      <Suggestions field="q" name={suggested("list")} source={`/api/v1/suggestions?locale=${locale}`} />
    </QuestionBox>
  );

  if (form) return box;
  return (
    <search>
      <form action={address(locale, "offerings")}>{box}</form>
    </search>
  );
}
