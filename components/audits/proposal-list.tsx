import { useLocale, useTranslations } from "next-intl";
import type { ProposalView } from "@/lib/audits/proposals/queries";
import type { DecisionKind } from "@/lib/decisions/kinds/kinds";
import { address } from "@/lib/i18n/address";

/** What was proposed to the registrars, and what became of it. */
export function ProposalList({ proposals, providerSlug, signs }: { proposals: ProposalView[]; providerSlug: string; signs: boolean }) {
  const [t, kinds] = [useTranslations("audits.propose"), useTranslations("deciding.name")];
  const locale = useLocale();
  if (proposals.length === 0) return null;
  const provider = `oversight/providers/${providerSlug}`;
  return (
    <ul className="mb-4 max-w-[68ch] divide-y divide-line border-line border-y">
      {proposals.map(({ number, kind, draftId, decision }) => (
        <li key={number} className="flex flex-wrap gap-x-6 py-2.5">
          <span className="font-semibold">{kinds(kind as DecisionKind)}</span>
          {decision !== null ? (
            <a href={address(locale, `${provider}#decision-${decision}`)}>{t("decided", { number: String(decision) })}</a>
          ) : draftId === null ? (
            <span className="text-ink-2">{t("discarded")}</span>
          ) : signs ? (
            <a href={address(locale, `${provider}/decide/${draftId}`)}>{t("open")}</a>
          ) : (
            <span className="text-ink-2">{t("waits")}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
