import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import type { AuditCase } from "@/db/schema";
import type { AuditSubject } from "@/lib/audits/queries";
import { address } from "@/lib/i18n/address";

/** What an audit is about, and why there is one. */
export function AuditHead({ audit, subject, side }: { audit: AuditCase; subject: AuditSubject; side: "authority" | "provider" }) {
  const t = useTranslations("audits.head");
  const locale = useLocale();
  const { title, original, provider, providerSlug, offeringSlug, plan, authority } = subject;
  const providerPath = side === "authority" ? `oversight/providers/${providerSlug}` : `providers/${providerSlug}`;

  return (
    <dl className="mt-5 grid gap-x-8 gap-y-3 rounded-lg border border-line bg-raised p-5 [overflow-wrap:anywhere] sm:grid-cols-2">
      <div>
        <dt className="text-ink-2 text-sm">{t("about")}</dt>
        <dd>
          {title && offeringSlug ? (
            <>
              <a href={address(locale, `offerings/${offeringSlug}`)}>
                <LocalText texts={title} {...(original ? { original } : {})} quiet />
              </a>
              {" · "}
            </>
          ) : null}
          <a href={address(locale, providerPath)}>
            <LocalText texts={provider} quiet />
          </a>
        </dd>
      </div>
      {(side === "provider" || plan || audit.cause) && (
        <div>
          <dt className="text-ink-2 text-sm">{side === "provider" ? t("by") : plan ? t("plan") : t("cause")}</dt>
          <dd className="whitespace-pre-line">
            {side === "provider" ? (
              <>
                <LocalText texts={authority} quiet />
                {plan && (
                  <a href={address(locale, `audits/${plan.slug}`)} className="block w-fit">
                    <LocalText texts={plan.title} quiet />
                  </a>
                )}
              </>
            ) : plan ? (
              <a href={address(locale, `oversight/audits/plans/${plan.slug}`)}>
                <LocalText texts={plan.title} quiet />
              </a>
            ) : (
              audit.cause
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}
