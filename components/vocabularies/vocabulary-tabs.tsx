import { useLocale, useTranslations } from "next-intl";
import { address } from "@/lib/i18n/address";

const lists = ["words", "levels", "labels"] as const;

/** The lists that are kept for the whole instance, each on its page. */
export function VocabularyTabs({ current }: { current: (typeof lists)[number] }) {
  const t = useTranslations("vocabularies.lists");
  const locale = useLocale();
  return (
    <nav aria-label={t("label")} className="scroll-on mt-4 overflow-x-auto border-line border-b">
      <ul className="flex gap-x-1">
        {lists.map((list) => (
          <li key={list}>
            <a
              href={address(locale, list === "words" ? "oversight/vocabularies" : `oversight/vocabularies/${list}`)}
              aria-current={list === current ? "page" : undefined}
              className="-mb-px flex min-h-11 items-center whitespace-nowrap border-transparent border-b-[3px] px-3 text-ink no-underline hover:border-line-strong aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-accent aria-[current]:[scroll-initial-target:nearest]"
            >
              {t(list)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
