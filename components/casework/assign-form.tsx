import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { OptionsField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import type { Assessor } from "@/lib/casework/guests/queries";
import type { FormState } from "@/lib/form";
import { formatList } from "@/lib/i18n/format";
import { plainText } from "@/lib/texts/texts";

type Props = { assessors: Assessor[]; chosen: string[]; assign: (previous: FormState, form: FormData) => Promise<FormState> };

/** Who assesses: two people who are free, and can be others until one has handed in. */
export function AssignForm({ assessors, chosen, assign }: Props) {
  const [t, desk] = [useTranslations("casework.assign"), useTranslations("desk")];
  const locale = useLocale();
  const names = assessors.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
  const options = assessors.map(({ id, name, free, authority, open }) => {
    const named = authority ? `${name} (${plainText(authority, locale)})` : name;
    return { value: id, label: free ? named : t("notFree", { name: named }), hint: t("open", { count: open }) };
  });

  const form = (
    <ActionForm action={assign} problemsTitle={desk("problems")} className="grid max-w-3xl gap-4">
      <OptionsField many beside="wide" name="assessors" label={t("label")} chosen={chosen} options={options} />
      <Button type="submit" look={names.length > 0 ? "quiet" : "main"} className="justify-self-start">
        {t("button")}
      </Button>
    </ActionForm>
  );

  return (
    <Section id="assign" title={t("title")}>
      <p className="mb-4 max-w-[62ch]">{t("text")}</p>
      {names.length > 0 && <p className="mb-4 font-semibold">{t("are", { names: formatList(names, locale) })}</p>}
      {assessors.length < 2 ? (
        <p className="text-ink-2">{t("none")}</p>
      ) : names.length > 0 ? (
        // The whole office stands in the list: once two are chosen it is in the way of what they are to read.
        <Details summary={t("others")}>{form}</Details>
      ) : (
        form
      )}
    </Section>
  );
}
