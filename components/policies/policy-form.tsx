import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Details } from "@/components/ui/details";
import { AreaField, ChoiceField, OptionsField, TextField } from "@/components/ui/form-fields";
import { HiddenField } from "@/components/ui/hidden-field";
import { country } from "@/lib/country/country";
import { type Locale, locales } from "@/lib/i18n/locales";
import { issuerChoices, textField } from "@/lib/recognition/input";
import type { PolicyDraft, policyTexts } from "@/lib/recognition/policy";
import { labelOf, languageName, vocabulary } from "@/lib/vocabularies/vocabulary";

type Props = { draft: PolicyDraft; revision: number; earliest: string };

/** Everything a policy can say, in the order in which somebody asks who comes with a microcredential. */
export function PolicyFields({ draft, revision, earliest }: Props) {
  const t = useTranslations("policy.form");
  const { rules } = draft;

  return (
    <>
      <HiddenField name="revision" value={revision} />
      <Part title={t("words")}>
        <Languages name="text" texts={draft.text} rows={6} />
      </Part>
      <Part title={t("what")}>
        <Issuers rules={rules} />
        <Content rules={rules} />
        <Languages name="programmes" texts={rules.programmes ?? {}} />
      </Part>
      <Part title={t("howMuch")}>
        <div className="grid items-end gap-5 sm:grid-cols-3">
          <TextField name="maxEcts" label={t("maxEcts")} inputMode="decimal" defaultValue={rules.maxEcts} />
          <TextField
            name="maxShare"
            label={t("maxShare")}
            inputMode="numeric"
            defaultValue={rules.maxShare === undefined ? undefined : Math.round(rules.maxShare * 100)}
          />
          <TextField name="maxAgeYears" label={t("maxAgeYears")} inputMode="numeric" defaultValue={rules.maxAgeYears} />
        </div>
      </Part>
      <Part title={t("how")}>
        <Languages name="procedure" texts={rules.procedure ?? {}} />
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <TextField name="decisionDays" label={t("decisionDays")} inputMode="numeric" defaultValue={rules.decisionDays} />
          <TextField
            name="fee"
            label={t("fee", { currency: country.currency })}
            hint={t("feeHint")}
            inputMode="decimal"
            defaultValue={rules.fee}
          />
        </div>
        <TextField name="contact" label={t("contact")} hint={t("contactHint")} defaultValue={rules.contact} />
        <Languages name="appeal" texts={rules.appeal ?? {}} />
        <Languages name="legalBasis" texts={rules.legalBasis ?? {}} />
      </Part>
      <Part title={t("when")}>
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <TextField name="from" type="date" label={t("from")} hint={t("fromHint")} min={earliest} defaultValue={draft.from ?? ""} />
          <TextField name="until" type="date" label={t("until")} hint={t("untilHint")} min={earliest} defaultValue={draft.until ?? ""} />
        </div>
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-5 border-line border-t pt-6">
      <h2 className="font-bold font-text text-lg tracking-normal">{title}</h2>
      {children}
    </section>
  );
}

function Issuers({ rules }: { rules: PolicyDraft["rules"] }) {
  const t = useTranslations("policy.form");
  const named = rules.namedIssuers?.map(({ name }) => name) ?? [];
  const chosen = rules.issuers ?? (named.length > 0 ? "named" : "");
  return (
    <>
      <OptionsField
        name="issuers"
        label={t("issuers")}
        chosen={[chosen]}
        options={[...issuerChoices, ""].map((value) => ({ value, label: t(`issuer.${(value || "notStated") as "any"}`) }))}
      />
      <AreaField name="namedIssuers" label={t("namedIssuers")} hint={t("namedIssuersHint")} rows={3} defaultValue={named.join("\n")} />
    </>
  );
}

function Content({ rules }: { rules: PolicyDraft["rules"] }) {
  const t = useTranslations("policy.form");
  const locale = useLocale();
  const broad = vocabulary("fields").filter(({ code }) => (code.length === 2 && code !== "99") || rules.fields?.includes(code));
  const level = (name: "eqfMin" | "eqfMax") => (
    <ChoiceField name={name} label={t(name)} defaultValue={rules[name]?.toString() ?? ""}>
      <option value="">{t("notStated")}</option>
      {[1, 2, 3, 4, 5, 6, 7, 8].map((value) => (
        <option key={value} value={value}>
          {value}
        </option>
      ))}
    </ChoiceField>
  );
  return (
    <>
      <OptionsField
        name="standards"
        label={t("standards")}
        hint={t("noneIsAny")}
        many
        chosen={rules.standards ?? []}
        options={vocabulary("qualityStandards").map(({ code }) => ({ value: code, label: labelOf("qualityStandards", code, locale) }))}
      />
      <div className="grid items-end gap-5 sm:grid-cols-2">
        {level("eqfMin")}
        {level("eqfMax")}
      </div>
      <OptionsField
        name="fields"
        label={t("fields")}
        hint={t("noneIsAny")}
        many
        chosen={rules.fields ?? []}
        options={broad.map(({ code }) => ({ value: code, label: labelOf("fields", code, locale) }))}
      />
      <OptionsField
        name="verifiedIdentity"
        label={t("verifiedIdentity")}
        chosen={[rules.verifiedIdentity === undefined ? "" : rules.verifiedIdentity ? "yes" : "no"]}
        options={(["yes", "no", ""] as const).map((value) => ({ value, label: t(`identity.${value || "notStated"}`) }))}
      />
    </>
  );
}

/** One text in each language: the reader's own first, the others on request or where they are written already. */
function Languages({
  name,
  texts,
  rows = 3,
}: {
  name: "text" | (typeof policyTexts)[number];
  texts: Partial<Record<string, string>>;
  rows?: number;
}) {
  const t = useTranslations("policy.form");
  const names = useTranslations("policy.name");
  const locale = useLocale() as Locale;
  const others = locales.filter((language) => language !== locale);
  const field = (language: Locale) => (
    <AreaField
      key={language}
      name={textField(name, language)}
      label={t(`text.${name}`, { language: languageName(language, locale) })}
      rows={rows}
      lang={language}
      defaultValue={texts[language] ?? ""}
    />
  );
  return (
    <div className="grid gap-3">
      {field(locale)}
      <Details summary={t("otherLanguages", { count: others.filter((language) => texts[language]).length, text: names(name) })}>
        <div className="mt-2 grid gap-4">{others.map(field)}</div>
      </Details>
    </div>
  );
}
