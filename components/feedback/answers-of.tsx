import { useLocale, useTranslations } from "next-intl";
import { LanguageNote } from "@/components/offerings/local-text";
import { publicFrom } from "@/lib/feedback/feedback";
import type { FeedbackView } from "@/lib/feedback/queries";
import { Results } from "./results";

/** What learners answered by version, the newest first, with their texts, which only the provider reads. */
export function AnswersOf({ view: { summaries, texts } }: { view: Pick<FeedbackView, "summaries" | "texts"> }) {
  const t = useTranslations("feedback.results");
  const locale = useLocale();
  if (summaries.length === 0) return <p className="text-ink-2">{t("none")}</p>;

  return (
    <div className="space-y-10">
      {summaries.map((summary) => {
        const said = texts.filter(({ versionNumber }) => versionNumber === summary.versionNumber);
        return (
          <div key={summary.versionNumber}>
            <h3>{t("version", { number: summary.versionNumber, answers: summary.answers })}</h3>
            <p className="mb-3 text-ink-2 text-sm">{t(summary.answers >= publicFrom ? "isPublic" : "notPublic")}</p>
            <Results summary={summary} />
            {said.length > 0 && (
              <>
                <h4 className="mt-5 mb-2 font-semibold">{t("texts")}</h4>
                <ul className="max-w-[46rem] divide-y divide-line border-line border-y">
                  {said.map(({ text, locale: language }, position) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: two people may write the same words, and nothing else tells them apart.
                    <li key={position} className="py-2.5">
                      <span className="whitespace-pre-line [overflow-wrap:anywhere]" lang={language === locale ? undefined : language}>
                        {text}
                      </span>
                      {language !== locale && <LanguageNote language={language} />}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </div>
        );
      })}
    </div>
  );
}
