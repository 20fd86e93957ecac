import { useLocale, useTranslations } from "next-intl";
import type { Decided, Remitted } from "@/lib/casework/casework";
import { type CriteriaContent, criteriaOf } from "@/lib/criteria/criteria";
import { formatDay } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";

/** What was decided or sent back, with the reason for each criterion. */
export function Reasons({ decisions, content }: { decisions: (Decided | Remitted)[]; content: CriteriaContent }) {
  const t = useTranslations("casework");
  const locale = useLocale();

  return (
    <ol className="grid gap-6">
      {[...decisions.entries()].map(([place, one]) => (
        <li key={place}>
          <p className="font-semibold">
            {t("path.left", {
              outcome: t(`outcome.${outcomeOf(one)}`),
              day: formatDay(one.on, locale, "long"),
            })}
          </p>
          {one.text && <p className="mt-1 max-w-[62ch] whitespace-pre-line [overflow-wrap:anywhere]">{one.text}</p>}
          <dl className="mt-2 divide-y divide-line">
            {criteriaOf(content)
              .filter(({ code }) => reasonsOf(one)[code])
              .map(({ code, title }) => (
                <div key={code} className="grid gap-x-6 py-2 sm:grid-cols-[16rem_minmax(0,1fr)]">
                  <dt className="text-ink-2">
                    {code} {plainText(title, locale)}
                  </dt>
                  <dd className="whitespace-pre-line [overflow-wrap:anywhere]">{reasonsOf(one)[code]}</dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}

function outcomeOf(one: Decided | Remitted): "registered" | "refused" | "remitted" {
  if (one.kind === "remitted") return "remitted";
  return one.decision === "register" ? "registered" : "refused";
}

const reasonsOf = (one: Decided | Remitted) => (one.kind === "decided" ? one.reasons : {});
