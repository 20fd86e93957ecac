import { useLocale, useTranslations } from "next-intl";
import { ToneMark } from "@/components/ui/tone-mark";
import type { Missing } from "@/lib/applications/application";
import type { Step } from "@/lib/applications/content";
import { plainText } from "@/lib/texts/texts";

/** The steps of the form, each with what it still needs. */
export function StepList({ steps, missing, href }: { steps: Step[]; missing: Missing[]; href: (step: Step) => string }) {
  const [t, problems] = [useTranslations("application"), useTranslations("problems")];
  const locale = useLocale();
  const said = ({ code, about }: Missing) =>
    code === "answerMissing" || code === "documentMissing" ? t(`missingOf.${code}`, { title: plainText(about, locale) }) : problems(code);

  return (
    <ol className="divide-y divide-line border-line border-y">
      {steps.map((step, position) => {
        const open = missing.filter((one) => one.step === step);
        return (
          <li key={step} className="grid grid-cols-[2rem_minmax(0,1fr)] py-3">
            <span className="text-ink-2 tabular-nums">{position + 1}</span>
            <div>
              <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                <a href={href(step)} className="font-semibold">
                  {t(`step.${step}`)}
                </a>
                <span className={`inline-flex items-baseline gap-2 text-sm ${open.length > 0 ? "text-ink-2" : "text-good"}`}>
                  <ToneMark tone={open.length > 0 ? "none" : "good"} />
                  {t(open.length > 0 ? "missing" : "complete")}
                </span>
              </p>
              {open.map((one) => (
                <p key={said(one)} className="max-w-[62ch] text-ink-2 text-sm">
                  {said(one)}
                </p>
              ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
