import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AreaField, ChoiceField, OptionsField, TextField, TickField } from "@/components/ui/form-fields";
import type { ApplicationContent, FormStep } from "@/lib/applications/content";
import { formOf } from "@/lib/applications/form-of";
import { identifierSchemes } from "@/lib/applications/identifiers";
import type { Holder } from "@/lib/applications/queries";
import { type Authority, country } from "@/lib/country/country";
import type { AskedForm } from "@/lib/criteria/form/form";
import { locales } from "@/lib/i18n/locales";
import { plainText } from "@/lib/texts/texts";
import { labelOf, languageName, vocabulary } from "@/lib/vocabularies/vocabulary";
import { ClaimFields } from "./claim-fields";
import { HeldBy } from "./held-by";
import { QuestionFields } from "./question-fields";

type Props = {
  content: ApplicationContent;
  saved: Record<string, string>;
  holders: Holder[];
  /** Those who answer for the place of the seat today. */
  competent: Authority[];
  /** What the authority asks of its own. */
  asked: AskedForm;
};

/** The fields of a step, filled with what was saved. */
export function StepFields({ step, ...given }: Omit<Props, "saved"> & { step: FormStep }) {
  const Fields = fieldsOf[step];
  const saved = Object.fromEntries(Object.entries(formOf(step, given.content)).map(([name, [value = ""]]) => [name, value]));
  return <Fields {...given} saved={saved} />;
}

const fieldsOf: Record<FormStep, (props: Props) => ReactNode> = {
  identity: Identity,
  identifiers: Identifiers,
  type: ProviderType,
  places: Places,
  quality: ClaimFields,
  answers: ({ asked, content }) => <QuestionFields questions={asked.questions} answers={content.answers} />,
  contact: Contact,
  declaration: Declaration,
};

function Identity({ saved }: Props) {
  const t = useTranslations("application.field");
  const locale = useLocale();
  return (
    <>
      {locales.map((language) => (
        <TextField
          key={language}
          name={`name-${language}`}
          label={t("name", { language: languageName(language, locale) })}
          lang={language}
          defaultValue={saved[`name-${language}`]}
        />
      ))}
      <TextField name="founded" type="date" label={t("founded")} hint={t("foundedHint")} defaultValue={saved.founded} />
      <TextField name="homepage" type="url" label={t("homepage")} hint={t("homepageHint")} defaultValue={saved.homepage} />
    </>
  );
}

function Identifiers({ saved, holders }: Props) {
  const t = useTranslations("application");
  return identifierSchemes.map((scheme) => (
    <div key={scheme}>
      <TextField
        name={scheme}
        label={t(`scheme.${scheme}`)}
        hint={t(`schemeHint.${scheme}`)}
        defaultValue={saved[scheme]}
        autoComplete="off"
        spellCheck={false}
      />
      <HeldBy holders={holders.filter((holder) => holder.scheme === scheme)} />
    </div>
  ));
}

function ProviderType({ saved }: Props) {
  const t = useTranslations("application.field");
  const locale = useLocale();
  const options = vocabulary("providerTypes").map(({ code }) => ({ value: code, label: labelOf("providerTypes", code, locale) }));
  return <OptionsField name="type" label={t("type")} hint={t("typeHint")} chosen={[saved.type ?? ""]} options={options} />;
}

function Places({ saved, competent }: Props) {
  const t = useTranslations("application.field");
  const locale = useLocale();
  return (
    <>
      <ChoiceField name="seat" label={t("seat")} hint={t("seatHint")} defaultValue={saved.seat}>
        <option value="">{t("choose")}</option>
        {country.places.map(({ names }) => (
          <option key={names[0]} value={names[0]}>
            {names.join(" / ")}
          </option>
        ))}
      </ChoiceField>
      {competent.length > 1 && (
        <OptionsField
          name="authority"
          label={t("authority", { place: saved.seat ?? "" })}
          hint={t("authorityHint")}
          chosen={[saved.authority ?? ""]}
          options={competent.map(({ slug, names }) => ({ value: slug, label: plainText(names, locale) }))}
        />
      )}
      <TextField name="street" label={t("street")} defaultValue={saved.street} autoComplete="street-address" />
      <TextField name="postalCode" label={t("postalCode")} defaultValue={saved.postalCode} autoComplete="postal-code" />
      <AreaField name="further" label={t("further")} hint={t("furtherHint")} defaultValue={saved.further} />
    </>
  );
}

function Contact({ saved }: Props) {
  const t = useTranslations("application.field");
  return (
    <>
      <TextField name="name" label={t("contactName")} defaultValue={saved.name} autoComplete="name" />
      <TextField name="email" type="email" label={t("email")} hint={t("emailHint")} defaultValue={saved.email} autoComplete="email" />
      <TextField name="phone" type="tel" label={t("phone")} defaultValue={saved.phone} autoComplete="tel" />
    </>
  );
}

function Declaration({ saved, asked }: Props) {
  const t = useTranslations("application.field");
  const locale = useLocale();
  return (
    <>
      <TextField name="capacity" label={t("capacity")} hint={t("capacityHint")} defaultValue={saved.capacity} />
      <TickField name="declared" label={plainText(asked.declaration, locale) || t("declared")} ticked={saved.declared === "yes"} />
    </>
  );
}
