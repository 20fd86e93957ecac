import { useLocale, useTranslations } from "next-intl";
import { useFieldName } from "@/components/offerings/use-field-name";
import { country } from "@/lib/country/country";
import { type Answers, type Choice, partsOf, priceOf, type Question } from "@/lib/guided/guided";
import { formatPrice } from "@/lib/i18n/format";

/** What one can choose, in words. */
export function useChoiceWords(): (choice: Choice, option: string) => string {
  const t = useTranslations("guided");
  const locale = useLocale();

  return (choice, option) => {
    const amount = priceOf(choice, option);
    return t(`${choice}.${option}`, amount === undefined ? {} : { price: formatPrice({ amount, currency: country.currency }, locale) });
  };
}

/** What was answered to a question, in the words of the form. */
export function useAnswerWords(question: Question, answers: Answers): string[] {
  const t = useTranslations("guided");
  const nameOf = useFieldName();
  const wordsOf = useChoiceWords();

  return partsOf[question].flatMap((part) => {
    if (part === "about") return answers.about === "" ? [] : [t("quoted", { words: answers.about })];
    if (part === "field") return answers.field.map(nameOf);
    if (part === "near") return answers.near === undefined ? [] : [answers.near];
    const chosen = answers.chosen[part];
    return chosen === undefined ? [] : [wordsOf(part, chosen)];
  });
}
