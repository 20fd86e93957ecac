import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import type { Round } from "@/lib/casework/rounds";
import type { CriteriaContent } from "@/lib/criteria/criteria";
import { formatDay } from "@/lib/i18n/format";
import { Comparison } from "./comparison";

/** What was found in the rounds that were sent back, folded away: the case is decided on the last. */
export function EarlierRounds({ rounds, content, names }: { rounds: Round[]; content: CriteriaContent; names: Map<string, string> }) {
  const t = useTranslations("casework");
  const locale = useLocale();
  if (rounds.length === 0) return null;

  return (
    <Section id="earlier" title={t("earlier.title")}>
      <div className="grid gap-3">
        {rounds.map(({ assessments, moderated, remitted }, place) => (
          <details key={`${remitted.on} ${remitted.text}`} className="rounded-lg border border-line p-4">
            <summary className="font-semibold">
              {t("earlier.round", { number: place + 1, day: formatDay(remitted.on, locale, "long") })}
            </summary>
            {assessments.length === 0 ? (
              <p className="mt-3 text-ink-2">{t("earlier.none")}</p>
            ) : (
              <div className="mt-4">
                <Comparison
                  content={content}
                  found={[
                    ...assessments.map((one) => ({ name: names.get(one.personId) ?? "", assessment: one.assessment })),
                    ...(moderated ? [{ name: t("compare.moderator"), assessment: moderated.assessment }] : []),
                  ]}
                  compared={assessments.map(({ assessment }) => assessment)}
                />
              </div>
            )}
          </details>
        ))}
      </div>
    </Section>
  );
}
