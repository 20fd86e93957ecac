import { useLocale, useTranslations } from "next-intl";
import { address } from "@/lib/i18n/address";

/** A draft that became a decision: by its number, with the way to where it stands. */
export function SignedNotice({ number, path }: { number: number; path: string }) {
  const t = useTranslations("deciding.run");
  return (
    <div className="mt-6 max-w-[62ch] border-good border-s-4 bg-good-soft px-4 py-3">
      <p className="font-semibold">{t("signed", { number: String(number) })}</p>
      <p>
        <a href={address(useLocale(), `${path}#decisions`)}>{t("toProvider")}</a>
      </p>
    </div>
  );
}
