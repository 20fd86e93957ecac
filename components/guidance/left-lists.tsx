import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { ChoiceField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import type { Day } from "@/lib/days/days";
import type { FormState } from "@/lib/form";
import { formatDay } from "@/lib/i18n/format";

type Props = {
  rows: { id: string; count: number; changedOn: Day }[];
  colleagues: Colleague[];
  action: (id: string, state: FormState, form: FormData) => Promise<FormState>;
};

export type Colleague = { personId: string; name: string };

/** Lists whose counsellor is gone, each to be given to another: nobody reads in it on the way. */
export function LeftLists({ rows, colleagues, action }: Props) {
  const [t, desk] = [useTranslations("clients.left"), useTranslations("desk")];
  const locale = useLocale();

  return (
    <Section id="left" title={t("title")}>
      <p className="mb-4 max-w-[62ch] text-ink-2">{t("text")}</p>
      <ul className="divide-y divide-line border-line border-y">
        {rows.map(({ id, count, changedOn }) => {
          const name = t("one", { count, day: formatDay(changedOn, locale) });
          return (
            <li key={id} className="py-4">
              <ActionForm
                action={action.bind(null, id)}
                problemsTitle={desk("problems")}
                label={name}
                className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,16rem)_auto]"
              >
                <p className="self-center">{name}</p>
                <ColleagueField name={`colleague.${id}`} label={t("to")} colleagues={colleagues} />
                <Button type="submit" look="quiet">
                  {t("give")}
                </Button>
              </ActionForm>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

export function ColleagueField({ name, label, colleagues }: { name: string; label: string; colleagues: Colleague[] }) {
  const t = useTranslations("clients.left");
  return (
    <ChoiceField name={name} label={label} defaultValue="">
      <option value="">{t("choose")}</option>
      {colleagues.map((one) => (
        <option key={one.personId} value={one.personId}>
          {one.name}
        </option>
      ))}
    </ChoiceField>
  );
}
