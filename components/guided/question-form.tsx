import { useLocale, useTranslations } from "next-intl";
import { broadFields } from "@/components/offerings/fields";
import { useFieldName } from "@/components/offerings/use-field-name";
import { Button } from "@/components/ui/button";
import { CheckOption } from "@/components/ui/check-option";
import { InputField } from "@/components/ui/field";
import { usualRadius } from "@/lib/catalogue/query";
import { country } from "@/lib/country/country";
import { type Answers, answerParams, type Choice, optionsOf, partsOf, questions } from "@/lib/guided/guided";
import { address } from "@/lib/i18n/address";
import { useChoiceWords } from "./use-answer-words";

const longest = { about: 200, near: 100 };

/** One question, and what was answered to the others along with it. */
export function QuestionForm({ step, answers }: { step: number; answers: Answers }) {
  const t = useTranslations("guided");
  const locale = useLocale();
  const question = questions[step] ?? questions[0];
  const parts = partsOf[question];
  const others = answerParams(answers, parts);
  const hrefOf = (to: number) => address(locale, `guided?${new URLSearchParams([...others, ["step", String(to)]])}`);

  return (
    <form action={address(locale, "guided")} className="mt-8 max-w-[44rem]">
      {others.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <h2 className="text-2xl">{t(`${question}.question`)}</h2>
      <p className="mt-2 max-w-[56ch] text-ink-2">{t(`${question}.hint`, { ...country.hoursPerEcts, km: usualRadius })}</p>
      <div className="mt-6 space-y-7">
        {parts.map((part) => {
          if (part === "field") return <Fields key={part} chosen={answers.field} />;
          if (part === "about" || part === "near") {
            const words = { label: t(part), hint: t(`${part}Hint`), defaultValue: answers[part] };
            return <InputField key={part} id={part} name={part} maxLength={longest[part]} {...words} />;
          }
          return <Options key={part} choice={part} chosen={answers.chosen[part]} />;
        })}
      </div>
      <div className="mt-9 flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button type="submit" name="step" value={step + 1}>
          {t(step + 1 === questions.length ? "finish" : "next")}
        </Button>
        <a href={hrefOf(step + 1)} className="inline-flex min-h-11 items-center">
          {t("skip")}
        </a>
      </div>
    </form>
  );
}

function Options({ choice, chosen }: { choice: Choice; chosen: string | undefined }) {
  const t = useTranslations("guided");
  const wordsOf = useChoiceWords();

  return (
    <fieldset>
      <legend className="mb-2 font-semibold">{t(`${choice}.legend`)}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {optionsOf(choice).map((option) => (
          <label
            key={option}
            className="flex min-h-14 cursor-pointer items-center gap-3 rounded-lg border-[1.5px] border-line-strong bg-raised px-4 py-2 leading-snug has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input type="radio" name={choice} value={option} defaultChecked={option === chosen} className="size-5 shrink-0 accent-accent" />
            <span>{wordsOf(choice, option)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Fields({ chosen }: { chosen: string[] }) {
  const t = useTranslations("guided");
  const nameOf = useFieldName();

  return (
    <fieldset>
      <legend className="mb-2 font-semibold">{t("field")}</legend>
      <div className="grid gap-x-6 sm:grid-cols-2">
        {broadFields.map((code) => (
          <CheckOption key={code} name="field" value={code} label={nameOf(code)} checked={chosen.includes(code)} />
        ))}
      </div>
    </fieldset>
  );
}
