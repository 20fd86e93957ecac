import { useLocale, useTranslations } from "next-intl";
import { address } from "@/lib/i18n/address";

const tabs = ["edit", "sessions", "publication", "history", "preview"] as const;

export type OfferingTab = (typeof tabs)[number];

/** The pages of one offering of one's own. The title and the id stand above it on every one of them. */
export function OfferingTabs({ slug, externalId, current }: { slug: string; externalId: string; current: OfferingTab }) {
  const t = useTranslations("editor.tabs");
  const locale = useLocale();

  return (
    <>
      <p className="mt-2 text-ink-2 text-sm">
        <a href={address(locale, "manage/offerings")} className="inline-block py-0.5">
          {t("all")}
        </a>
        {" · "}
        {t("id", { id: externalId })}
      </p>
      <nav aria-label={t("label")} className="scroll-on mt-4 overflow-x-auto border-line border-b print:hidden">
        <ul className="flex gap-x-1">
          {tabs.map((tab) => (
            <li key={tab}>
              <a
                href={address(locale, `manage/offerings/${slug}/${tab === "edit" ? "edit/learn" : tab}`)}
                aria-current={tab === current ? "page" : undefined}
                className="-mb-px flex min-h-11 items-center whitespace-nowrap border-transparent border-b-[3px] px-3 text-ink no-underline hover:border-line-strong aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-accent aria-[current]:[scroll-initial-target:nearest]"
              >
                {t(tab)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}
