import { useLocale, useTranslations } from "next-intl";
import { ChoiceField, OptionsField, TextField } from "@/components/ui/form-fields";
import { country } from "@/lib/country/country";
import { capitalised, formatDay } from "@/lib/i18n/format";
import type { OfferingContent } from "@/lib/offerings/content";
import type { EditedField } from "@/lib/offerings/drafts/parts";
import { comparedFields, type FieldKind } from "@/lib/offerings/what-changed";
import type { Label } from "@/lib/terms/term";
import { plainText } from "@/lib/texts/texts";
import { labelOf, languageName, vocabulary } from "@/lib/vocabularies/vocabulary";
import { FieldPicker } from "./field-picker";
import { LineFields } from "./line-fields";
import { OutcomeFields } from "./outcome-fields";
import type { SkillSearch } from "./skill-fields";
import { StatedNote } from "./stated-note";
import { type Editing, TextPair } from "./text-pair";

export type PartContext = {
  content: OfferingContent;
  editing: Editing;
  /** What the provider states for its whole catalogue, by field. */
  stated: ReadonlySet<string>;
  /** By what EQF levels are called in the national framework. */
  national: Record<number, string>;
  bodies: string[];
  /** The quality labels that can be chosen, and those that are stated. */
  labels: Label[];
  references: { reference: string; title: string }[];
  /** What fields of study are searched for, and the id of the form that asks. */
  fieldSearch: { query: string; form: string };
  skillSearch: SkillSearch;
};

/** Languages of instruction that are offered first; what an offering names beside them is offered too. */
const taughtIn = ["es", "it", "pt", "pl", "ro", "bg", "tr", "ar", "uk"];
const rowsOf: Partial<Record<EditedField, number>> = { summary: 3, description: 9, prerequisites: 4, furtherInformation: 4 };

/** The fields of one part of the editor, or some of them, in its order. */
export function PartFields({ fields, context }: { fields: readonly EditedField[]; context: PartContext }) {
  return (
    <div className="grid gap-8">
      {fields.map((field) => (
        <div key={field} className="min-w-0">
          <Field field={field} context={context} />
          {context.stated.has(field) && <StatedNote field={field} taken={context.content.statedForCatalogue.includes(field)} />}
        </div>
      ))}
    </div>
  );
}

function Field({ field, context }: { field: EditedField; context: PartContext }) {
  const label = useTranslations("offering.history")(`fields.${field}`);
  const hints = useTranslations("editor.hints");
  const hint = hints.has(field as "ects") ? hints(field as "ects", bounds) : undefined;
  const kind: FieldKind = comparedFields[field];
  const { content, editing } = context;

  if (field === "outcomes") return <OutcomeFields count={content.outcomes.length} editing={editing} search={context.skillSearch} />;
  if (field === "fields") return <Isced context={context} label={label} />;
  if (field === "eqf") return <Level context={context} label={label} hint={hint} />;
  if (field === "languages") return <Languages context={context} label={label} hint={hint} />;
  if (field === "awardingBodies" || field === "stacksInto") return <Lines field={field} label={label} hint={hint} context={context} />;
  if (kind === "texts") {
    const rows = field === "title" ? {} : { rows: rowsOf[field] ?? 3 };
    return <TextPair name={field} label={label} hint={hint} editing={editing} {...rows} />;
  }
  if (kind === "words") return <TextPair name={field} label={label} hint={hint} editing={editing} />;
  if (typeof kind === "object") return <Codes field={field} label={label} hint={hint} context={context} />;
  const number = kind === "number" ? { inputMode: "decimal" as const, className: "max-w-40" } : {};
  return <TextField name={field} label={label} hint={hint} defaultValue={editing.values[field]?.[0] ?? ""} {...number} />;
}

function Lines({ field, label, hint, context }: { field: EditedField; label: string; hint: string | undefined; context: PartContext }) {
  const suggestions =
    field === "awardingBodies"
      ? context.bodies.map((value) => ({ value }))
      : context.references.map(({ reference, title }) => ({ value: reference, label: title }));
  const values = context.editing.values[field] ?? [];
  return <LineFields name={field} label={label} line={`${label} {number}`} hint={hint} values={values} suggestions={suggestions} />;
}

const bounds = { from: country.hoursPerEcts.from, to: country.hoursPerEcts.to };

function Codes({ field, label, hint, context }: { field: EditedField; label: string; hint: string | undefined; context: PartContext }) {
  const none = useTranslations("offering")("notStated");
  const locale = useLocale();
  const kind = comparedFields[field] as Exclude<FieldKind, string>;
  const t = useTranslations("offering.label");
  const labels = (field === "quality" ? context.labels : []).map(({ code, names, endedOn }) => ({
    value: code,
    label: `${plainText(names, locale)}${endedOn ? ` (${t("ended", { day: formatDay(endedOn, locale) })})` : ""}`,
  }));
  const fixed = vocabulary(kind.coded).map(({ code }) => ({ value: code, label: labelOf(kind.coded, code, locale) }));
  const options = [...fixed, ...labels];
  const chosen = context.editing.values[field] ?? [];

  if (Array.isArray(context.content[field]))
    return <OptionsField name={field} label={label} hint={hint} options={options} chosen={chosen} many beside="wide" />;
  return (
    <ChoiceField name={field} label={label} hint={hint} defaultValue={chosen[0] ?? ""}>
      <option value="">{none}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </ChoiceField>
  );
}

function Level({ context, label, hint }: { context: PartContext; label: string; hint: string | undefined }) {
  const t = useTranslations("offering");
  const meaning = useTranslations("offering.annex.eqf");
  const levels = [1, 2, 3, 4, 5, 6, 7, 8] as const;
  const options = levels.map((level) => ({
    value: String(level),
    label: `${t("glance.eqf", { level })}${context.national[level] ? ` = ${context.national[level]}` : ""}`,
    hint: capitalised(meaning(`${level}`).replace(/^[^:]*:\s*/, "")),
  }));
  const none = { value: "", label: t("notStated") };
  return (
    <OptionsField
      name="eqf"
      label={label}
      hint={hint}
      options={[...options, none]}
      chosen={context.editing.values.eqf?.length ? context.editing.values.eqf : [""]}
    />
  );
}

function Languages({ context, label, hint }: { context: PartContext; label: string; hint: string | undefined }) {
  const locale = useLocale();
  const chosen = context.content.languages;
  const codes = [...new Set([...country.languages, ...taughtIn, ...chosen])];
  return (
    <OptionsField
      name="languages"
      label={label}
      hint={hint}
      options={codes.map((code) => ({ value: code, label: languageName(code, locale) }))}
      chosen={chosen}
      many
      beside="narrow"
    />
  );
}

function Isced({ context, label }: { context: PartContext; label: string }) {
  const t = useTranslations("editor.isced");
  const locale = useLocale();
  return (
    <FieldPicker
      options={vocabulary("fields").map(({ code }) => ({ code, label: labelOf("fields", code, locale) }))}
      chosen={context.content.fields}
      words={{ label, hint: t("hint"), search: t("search"), go: t("go"), none: t("none") }}
      query={context.fieldSearch.query}
      search={context.fieldSearch.form}
    />
  );
}
