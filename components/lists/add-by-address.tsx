import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { InputField } from "@/components/ui/field";
import { address } from "@/lib/i18n/address";

/** One more by the address of its page: how a list grows without a script. */
export function AddByAddress({ slugs }: { slugs: string[] }) {
  const t = useTranslations("lists");

  return (
    <form action={address(useLocale(), "lists")} className="mt-10 flex max-w-[44rem] flex-wrap items-start gap-3 print:hidden">
      {slugs.map((slug) => (
        <input key={slug} type="hidden" name="o" value={slug} />
      ))}
      <div className="min-w-0 flex-1 basis-72">
        <InputField id="add" name="o" type="text" label={t("addLabel")} hint={t("addHint")} autoComplete="off" required />
      </div>
      <Button type="submit" look="quiet" className="sm:mt-6">
        {t("add")}
      </Button>
    </form>
  );
}
