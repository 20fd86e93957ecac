import { useLocale, useTranslations } from "next-intl";
import { country } from "@/lib/country/country";
import { isUnchanged, policyChanges, type TextChange } from "@/lib/recognition/changes";
import type { RecognitionPolicy } from "@/lib/recognition/policy";
import { languageName } from "@/lib/vocabularies/vocabulary";

type Compared = Pick<RecognitionPolicy, "text" | "rules">;

/** What differs between a policy and the one before: struck or underlined and named, not only coloured. */
export function PolicyDifferences({ before, after }: { before: Compared; after: Compared }) {
  const t = useTranslations("policy");
  const sentence = useTranslations("provider.policy.rules");
  const locale = useLocale();
  const changes = policyChanges(before, after, locale, country.currency);
  if (isUnchanged(changes)) return <p className="text-ink-2">{t("differences.none")}</p>;

  return (
    <div className="@container grid max-w-[68ch] gap-4 [overflow-wrap:anywhere]">
      {changes.gone.length > 0 && (
        <div>
          <Label>{t("differences.gone")}</Label>
          <ul className="space-y-1">
            {changes.gone.map(({ key, values }) => (
              <li key={key}>
                <del className="text-bad decoration-[1.5px]">{sentence(key, values)}</del>
              </li>
            ))}
          </ul>
        </div>
      )}
      {changes.added.length > 0 && (
        <div>
          <Label>{t("differences.added")}</Label>
          <ul className="space-y-1">
            {changes.added.map(({ key, values }) => (
              <li key={key}>
                <ins className="bg-good-soft font-semibold text-good decoration-[1.5px] underline-offset-4">{sentence(key, values)}</ins>
              </li>
            ))}
          </ul>
        </div>
      )}
      {changes.texts.map((change) => (
        <WasAndNow key={`${change.name} ${change.language}`} change={change} label={t(`name.${change.name}`)} />
      ))}
      {changes.contact && <WasAndNow change={{ ...changes.contact, language: locale }} label={t("differences.contact")} />}
    </div>
  );
}

function WasAndNow({ change: { was, now, language }, label }: { change: Pick<TextChange, "was" | "now" | "language">; label: string }) {
  const t = useTranslations("policy.differences");
  const locale = useLocale();
  const lang = language === locale ? {} : { lang: language };
  return (
    <div>
      <p className="font-semibold">
        {label}
        {language !== locale && <span className="font-normal text-ink-2 text-sm"> · {languageName(language, locale)}</span>}
      </p>
      <div className="mt-1 grid gap-x-8 gap-y-2 @md:grid-cols-2">
        <div>
          <Label>{t("was")}</Label>
          {was ? (
            <del className="whitespace-pre-line text-bad decoration-[1.5px]" {...lang}>
              {was}
            </del>
          ) : (
            <p className="text-ink-2">{t("notStated")}</p>
          )}
        </div>
        <div>
          <Label>{t("now")}</Label>
          {now ? (
            <ins className="whitespace-pre-line bg-good-soft text-good decoration-[1.5px] underline-offset-4" {...lang}>
              {now}
            </ins>
          ) : (
            <p className="text-ink-2">{t("notStated")}</p>
          )}
        </div>
      </div>
    </div>
  );
}

function Label({ children }: { children: string }) {
  return <p className="mb-1 font-semibold text-ink-2 text-xs uppercase tracking-wide">{children}</p>;
}
