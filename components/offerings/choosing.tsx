import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { address } from "@/lib/i18n/address";

/**
 * A list in which offerings can be ticked, to be compared or kept together: a GET form, whose buttons lie at the foot of the screen as soon
 * as something is ticked. The ticks stand in the cards, and belong to the form by its id, since cards hold links too. `keep` where they are no list yet.
 */
export function Choosing({ keep = true, children }: { keep?: boolean; children: ReactNode }) {
  const t = useTranslations("search");
  const locale = useLocale();

  return (
    <div className="group/choosing">
      {children}
      <form
        id={choosingForm}
        action={address(locale, "compare")}
        className="sticky bottom-0 hidden flex-wrap gap-3 border-line border-t bg-paper py-3 group-has-[input:checked]/choosing:flex not-supports-[selector(:has(*))]:flex print:hidden"
      >
        <Button type="submit">{t("compareChosen")}</Button>
        {keep && (
          <Button type="submit" look="quiet" formAction={address(locale, "lists")}>
            {t("keepChosen")}
          </Button>
        )}
      </form>
    </div>
  );
}

const choosingForm = "choosing";

export function ChooseTick({ slug, title }: { slug: string; title: string }) {
  const t = useTranslations("search");

  return (
    <label className="inline-flex min-h-9 items-center gap-2.5 py-1 text-sm">
      <input type="checkbox" name="o" value={slug} form={choosingForm} className="size-6 shrink-0" />
      <span>
        {t("compare")} <span className="sr-only">{title}</span>
      </span>
    </label>
  );
}
