import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LanguageNote, LocalText } from "@/components/offerings/local-text";
import type { Response, Review } from "@/lib/feedback/public/queries";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";

/** What organisations signed, each with its name, what it is, and the day. */
export function Reviews({ reviews }: { reviews: Review[] }) {
  const t = useTranslations("feedback.voices");
  const locale = useLocale();

  return (
    <ul className="max-w-[46rem] space-y-5">
      {reviews.map(({ id, kind, organisation, text, locale: language, versionNumber, signedOn }) => (
        <li key={id} className="border-line-strong border-s-4 ps-4">
          <blockquote className="whitespace-pre-line [overflow-wrap:anywhere]" lang={language === locale ? undefined : language}>
            {text}
          </blockquote>
          <p className="mt-1.5 text-sm">
            {language !== locale && (
              <>
                <LanguageNote language={language} />{" "}
              </>
            )}
            <a href={address(locale, `providers/${organisation.slug}`)}>
              <LocalText texts={organisation.name} quiet />
            </a>
            <span className="text-ink-2">
              {" "}
              · {t(kind)} · {t("signed", { day: formatDay(signedOn, locale, "long"), number: versionNumber })}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What a provider says it changed, newest first; `actions` draws what can be done with each. */
export function Responses({ responses, actions }: { responses: Response[]; actions?: (response: Response) => ReactNode }) {
  const t = useTranslations("feedback.respond");
  const locale = useLocale();

  return (
    <ul className="max-w-[46rem]">
      {responses.map((response) => (
        <li key={response.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-line border-t py-3">
          <div className="min-w-0 max-w-[62ch]">
            <p className="whitespace-pre-line [overflow-wrap:anywhere]">
              <LocalText texts={response.text} />
            </p>
            <p className="mt-1 text-ink-2 text-sm">
              {t("said", { day: formatDay(response.writtenOn, locale, "long"), number: response.versionNumber })}
            </p>
          </div>
          {actions?.(response)}
        </li>
      ))}
    </ul>
  );
}
