import { useLocale, useTranslations } from "next-intl";
import { decisionKinds } from "@/lib/decisions/kinds/kinds";
import { address } from "@/lib/i18n/address";

/** The kinds of decision, each with what it does. */
export function KindList({ path }: { path: string }) {
  const t = useTranslations("deciding");
  const locale = useLocale();

  return (
    <ul className="mt-8 grid gap-4 md:grid-cols-2">
      {decisionKinds.map((kind) => (
        <li key={kind} className="rounded-lg border border-line bg-raised p-5 shadow-soft">
          <h2 className="font-text text-lg tracking-normal">
            <a href={address(locale, `${path}?kind=${kind}`)}>{t(`kind.${kind}`)}</a>
          </h2>
          <p className="mt-1 text-ink-2 text-sm">{t(`what.${kind}`)}</p>
        </li>
      ))}
    </ul>
  );
}
