import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { mostCompared } from "@/lib/comparisons/comparison";
import { address } from "@/lib/i18n/address";
import { chosenQuery } from "@/lib/lists/chosen";

type Props = {
  slugs: string[];
  /** By which its files are asked for: the offerings themselves, or the link of a shared list, whose notes stand in them. */
  query: string;
  share?: boolean;
};

/** What can be done with a list as a whole. */
export function TakeAlong({ slugs, query, share = false }: Props) {
  const t = useTranslations("lists");
  const locale = useLocale();
  const files = [
    ["calendar", `lists/calendar.ics${query}`],
    ["csv", `lists/file${query}&format=csv`],
    ["json", `lists/file${query}&format=json`],
  ] as const;

  return (
    <div className="mt-5 flex flex-wrap items-center gap-x-5 gap-y-2 print:hidden">
      {share && (
        <ButtonLink href={address(locale, `lists/share${query}`)} rel="nofollow">
          {t("share")}
        </ButtonLink>
      )}
      {slugs.length > 1 && slugs.length <= mostCompared && (
        <ButtonLink look="quiet" href={address(locale, `compare${chosenQuery(slugs)}`)} rel="nofollow">
          {t("compareAll")}
        </ButtonLink>
      )}
      <ul aria-label={t("take")} className="flex flex-wrap gap-x-5">
        {files.map(([name, path]) => (
          <li key={name}>
            <a href={address(locale, path)} rel="nofollow" className="inline-flex min-h-9 items-center text-sm">
              {t(name)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
