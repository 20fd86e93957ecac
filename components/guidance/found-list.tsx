import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { OfferingCard, titleOf } from "@/components/offerings/offering-card";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { ChoiceField, TextField } from "@/components/ui/form-fields";
import { HiddenField } from "@/components/ui/hidden-field";
import type { SearchItem } from "@/lib/catalogue/result";
import type { OwnList } from "@/lib/guidance/lists/queries";
import type { ClientFacts, SearchedFor } from "@/lib/guidance/search/queries";
import { FoundFacts } from "./found-facts";
import { FoundTick } from "./found-tick";
import { withList } from "./search-for";

type Props = {
  items: SearchItem[];
  facts: Map<string, ClientFacts>;
  list: SearchedFor | undefined;
  own: OwnList[];
  action: ComponentProps<typeof ActionForm>["action"];
};

/** What was found, to be ticked and put into a list: the choice of the list lies at the foot of the screen. */
export function FoundList({ items, facts, list, own, action }: Props) {
  const [t, desk] = [useTranslations("guidance.search"), useTranslations("desk")];

  return (
    <ActionForm action={action} problemsTitle={desk("problems")} label={t("addLabel")} className="mt-4">
      <ol id="o">
        {items.map((item) => (
          <li key={item.id}>
            <OfferingCard
              item={item}
              more={<FoundFacts item={item} facts={facts.get(item.id)} available={list?.hoursPerWeek ?? null} />}
              acts={
                list?.slugs.has(item.slug) ? (
                  <span className="py-1.5 font-semibold text-good text-sm">✓ {t("inList", { label: list.title })}</span>
                ) : (
                  <FoundTick slug={item.slug} title={titleOf(item)} label={t("tick")} />
                )
              }
            />
          </li>
        ))}
      </ol>
      <HiddenField name="id" value={crypto.randomUUID()} />
      <HiddenField name="doubted" value="" />
      <div className="bottom-0 grid items-end gap-3 border-line border-t bg-paper py-3 sm:sticky sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] print:hidden">
        <ChoiceField name="into" label={t("into")} defaultValue={list?.id ?? own[0]?.id ?? ""}>
          {withList(own, list).map(({ id, label, count }) => (
            <option key={id} value={id}>
              {t("listOption", { label, count })}
            </option>
          ))}
          <option value="">{t("newList")}</option>
        </ChoiceField>
        <TextField name="label" label={t("newLabel")} maxLength={120} autoComplete="off" placeholder={t("newLabelHint")} />
        <Button type="submit">{t("add")}</Button>
      </div>
    </ActionForm>
  );
}
