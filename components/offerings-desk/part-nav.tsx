import { useLocale, useTranslations } from "next-intl";
import { address } from "@/lib/i18n/address";
import { type EditorPart, editorPartNames } from "@/lib/offerings/drafts/parts";

/** The parts of the editor, as people think, and the part that has pages of its own. */
export function PartNav({ slug, current, second }: { slug: string; current: EditorPart; second: string | undefined }) {
  const t = useTranslations("editor.parts");
  const locale = useLocale();
  const path = `manage/offerings/${slug}`;
  const look =
    "flex min-h-10 items-center rounded-full border border-line px-3.5 text-ink text-sm no-underline hover:border-accent aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent";

  return (
    <nav aria-label={t("label")} className="mt-5">
      <ol className="flex flex-wrap gap-2">
        {editorPartNames.map((part) => (
          <li key={part}>
            <a
              href={address(locale, `${path}/edit/${part}${second ? `?with=${second}` : ""}`)}
              aria-current={part === current ? "page" : undefined}
              className={look}
            >
              {t(`${part}.name`)}
            </a>
          </li>
        ))}
        <li>
          <a href={address(locale, `${path}/sessions`)} className={look}>
            {t("when")}
          </a>
        </li>
      </ol>
    </nav>
  );
}
