import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { InLanguages } from "@/components/desk/in-languages";
import { ChoiceField, OptionsField, TextField } from "@/components/ui/form-fields";
import { identifierSchemes } from "@/lib/applications/identifiers";
import type { DecideChoices } from "@/lib/decisions/choices/queries";
import { partsOf } from "@/lib/decisions/decision";
import { recordableFacts, successionKinds } from "@/lib/decisions/kinds/record-input";
import { plainText } from "@/lib/texts/texts";
import { End, From } from "./decide-fields";
import type { Given } from "./given";

/** A fact to be recorded: what is asked depends on which. */
export function RecordFields({ given, choices }: { given: Given; choices: DecideChoices }) {
  const t = useTranslations("deciding.record");
  const schemes = useTranslations("provider.contact.schemes");

  return (
    <>
      <OptionsField
        name="fact"
        label={t("fact")}
        chosen={given.all("fact")}
        options={recordableFacts.map((value) => ({ value, label: t(`factIs.${value}`), hint: t(`factMeans.${value}`) }))}
      />
      <Asked where="group-has-[input[value=name]:checked]/form:grid">
        <InLanguages name="name" label={t("name")} hint={t("nameHint")} rows={1} given={(language) => given.one(`name.${language}`)} />
      </Asked>
      <Asked where="group-has-[input[value=identifier]:checked]/form:grid">
        <ChoiceField name="scheme" label={t("scheme")} defaultValue={given.one("scheme")}>
          <option value="">{t("choose")}</option>
          {identifierSchemes.map((scheme) => (
            <option key={scheme} value={scheme}>
              {schemes(scheme)}
            </option>
          ))}
        </ChoiceField>
        <TextField name="value" label={t("value")} hint={t("valueHint")} defaultValue={given.one("value")} />
      </Asked>
      <Asked where="group-has-[input[value=succession]:checked]/form:grid">
        <OptionsField
          name="how"
          label={t("how")}
          chosen={given.all("how")}
          options={successionKinds.map((value) => ({ value, label: t(`howIs.${value}`) }))}
        />
        <TextField name="successor" label={t("successor")} hint={t("successorHint")} defaultValue={given.one("successor")} />
      </Asked>
      <Asked where="group-has-[input[value=mistake]:checked]/form:grid">
        <Things given={given} choices={choices} />
      </Asked>
    </>
  );
}

/** Its days: a succession only begins, and what never held has none. */
export function RecordDays({ given }: { given: Given }) {
  return (
    <>
      <div className="group-has-[input[value=mistake]:checked]/form:hidden">
        <From kind="record" given={given} />
      </div>
      <Asked where="group-has-[input[value=name]:checked]/form:grid group-has-[input[value=identifier]:checked]/form:grid">
        <End given={given} />
      </Asked>
    </>
  );
}

function Asked({ where, children }: { where: string; children: ReactNode }) {
  return <div className={`hidden gap-5 ${where}`}>{children}</div>;
}

function Things({ given, choices }: { given: Given; choices: DecideChoices }) {
  const t = useTranslations("deciding.record");
  const schemes = useTranslations("provider.contact.schemes");
  const locale = useLocale();
  const { identifiers, successors } = choices.facts;
  if (identifiers.length + successors.length === 0) return <p className="text-ink-2">{t("noThings")}</p>;

  return (
    <ChoiceField name="thing" label={t("thing")} defaultValue={given.one("thing")}>
      <option value="">{t("choose")}</option>
      {identifiers.map((key) => (
        <option key={key} value={`identifier ${key}`}>
          {schemes(partsOf(key)[0] as "vat")} {partsOf(key)[1]}
        </option>
      ))}
      {successors.map(({ id, kind, name }) => (
        <option key={id} value={`succession ${id}`}>
          {t(`howIs.${kind}`)}: {plainText(name, locale)}
        </option>
      ))}
    </ChoiceField>
  );
}
