import { useLocale, useTranslations } from "next-intl";
import { ToneMark } from "@/components/ui/tone-mark";
import { address } from "@/lib/i18n/address";
import type { Attention } from "@/lib/offerings/attention";
import { inputOf } from "@/lib/offerings/drafts/parts";
import type { KeptOffering } from "@/lib/offerings/kept/list";

/** Where one does something about it, after the language. */
export function placeOf(kind: Attention, { slug, missing, original }: KeptOffering, provider: string): string {
  const path = `manage/offerings/${slug}`;
  const first = inputOf(missing[0] ?? "title", original);
  const places: Record<Attention, string> = {
    missing: `${path}/edit/${first ? `${first.part}#${first.input}` : "learn"}`,
    notCovered: `providers/${provider}#accreditations`,
    restricted: `offerings/${slug}`,
    audited: "manage/audits",
    lapsing: `providers/${provider}#accreditations`,
    sessionsPast: `${path}/sessions`,
    unconfirmed: `${path}/sessions`,
    stale: `${path}/edit/learn#completeness`,
    withdrawn: `${path}/publication`,
  };
  return places[kind];
}

/** What needs attention at an offering, each a link to where it is put right. */
export function AttentionMarks({ offering, provider }: { offering: KeptOffering; provider: string }) {
  const t = useTranslations("editor.attention");
  const locale = useLocale();
  if (offering.attention.length === 0) return null;

  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
      {offering.attention.map((kind) => (
        <li key={kind} className="flex items-baseline gap-1.5">
          <ToneMark tone={kind === "missing" || kind === "notCovered" || kind === "audited" ? "bad" : "warn"} />
          <a href={address(locale, placeOf(kind, offering, provider))}>{t(`short.${kind}`, { count: offering.missing.length })}</a>
        </li>
      ))}
    </ul>
  );
}
