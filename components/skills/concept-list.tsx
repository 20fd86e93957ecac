import { useLocale, useTranslations } from "next-intl";
import { LocalText } from "@/components/offerings/local-text";
import type { Texts } from "@/db/schema";
import { address } from "@/lib/i18n/address";

type Listed = { uri: string; id: string; labels: Texts; kind?: string };

/** Skills, groups or occupations as links; of skills also how many offerings that can be seen teach each. */
export function ConceptList({ concepts, folder, counts }: { concepts: Listed[]; folder: string; counts?: Record<string, number> }) {
  const t = useTranslations("skills");
  const locale = useLocale();

  return (
    <ul className="gap-x-10 sm:columns-2">
      {concepts.map(({ uri, id, labels, kind }) => (
        <li key={uri} className="break-inside-avoid border-line border-t py-2.5">
          <a href={address(locale, `${folder}/${encodeURIComponent(id)}`)}>
            <LocalText texts={labels} quiet />
          </a>
          {kind === "group" && <span className="text-ink-2 text-sm"> · {t("kind.group")}</span>}
          {counts && kind !== "group" && (
            <span className="whitespace-nowrap text-ink-2 text-sm"> · {t("offerings", { count: counts[uri] ?? 0 })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
