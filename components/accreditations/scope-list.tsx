import { useLocale, useTranslations } from "next-intl";
import { type Scope, scopeInWords } from "@/lib/accreditations/scope";

/** For what an accreditation holds. A part in which it is not limited says so, or is left out where `limitedOnly`. */
export function ScopeList({ scope, offering, limitedOnly = false }: { scope: Scope; offering?: boolean; limitedOnly?: boolean }) {
  const t = useTranslations("provider.scope");
  const common = useTranslations("common");
  const words = scopeInWords(scope, useLocale());

  return (
    <div className="text-sm">
      {offering && <p className="py-0.5">{t("oneOffering")}</p>}
      <dl>
        {(["levels", "fields", "settings", "regions"] as const)
          .filter((part) => !limitedOnly || words[part] !== null)
          .map((part) => (
            <div key={part} className="py-0.5">
              <dt className="inline text-ink-2">{common("labelled", { label: t(part) })} </dt>
              <dd className="inline">
                {words[part] === null ? (
                  <span className="text-ink-2">{t("notLimited")}</span>
                ) : part === "levels" ? (
                  t("eqf", { levels: words[part] })
                ) : (
                  words[part]
                )}
              </dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
