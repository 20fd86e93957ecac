import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { address } from "@/lib/i18n/address";

/** The question and its button. With `form` they belong to a form elsewhere on the page; without, they are one. */
export function SearchBox({ defaultValue = "", form }: { defaultValue?: string; form?: string }) {
  const locale = useLocale();

  if (form) return <Question defaultValue={defaultValue} form={form} />;
  return (
    <search>
      <form action={address(locale, "offerings")}>
        <Question defaultValue={defaultValue} />
      </form>
    </search>
  );
}

function Question({ defaultValue, form }: { defaultValue: string; form?: string }) {
  const t = useTranslations("search");
  const belongs = form ? { form } : {};

  return (
    <div className="max-w-3xl">
      <label htmlFor="q" className="mb-1.5 block font-semibold">
        {t("question")}
      </label>
      <div className="flex gap-2 rounded-lg border-2 border-ink bg-raised p-1.5 shadow-soft focus-within:outline-3 focus-within:outline-accent focus-within:outline-offset-2 max-sm:flex-col">
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={defaultValue}
          placeholder={t("questionHint")}
          autoComplete="off"
          enterKeyHint="search"
          maxLength={300}
          className="min-h-12 min-w-0 flex-1 bg-transparent px-3 text-lg focus:outline-none"
          {...belongs}
        />
        <Button type="submit" className="px-7" {...belongs}>
          {t("find")}
        </Button>
      </div>
    </div>
  );
}
