import { useLocale, useTranslations } from "next-intl";
import { ChoiceField } from "@/components/ui/form-fields";
import { vocabulary } from "@/lib/vocabularies/vocabulary";
import { SkillFields, type SkillSearch, SkillSearchField } from "./skill-fields";
import { type Editing, TextPair } from "./text-pair";

const blank = 2;

/** What a learner then knows and can do, one outcome a row, and some empty rows for more. */
export function OutcomeFields({ count, editing, search }: { count: number; editing: Editing; search: SkillSearch }) {
  const t = useTranslations("editor.outcomes");
  const title = useTranslations("offering.history")("fields.outcomes");

  return (
    <section id="outcomes" aria-labelledby="outcomes-title" tabIndex={-1}>
      <h3 id="outcomes-title" className="font-semibold">
        {title}
      </h3>
      <p className="mb-3 max-w-[62ch] text-ink-2 text-sm">{t("hint")}</p>
      <SkillSearchField search={search} />
      <ol className="space-y-5">
        {Array.from({ length: count + blank }, (_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an outcome is its place
          <li key={place} className="border-line border-s-4 ps-4">
            <Outcome place={place} isNew={place >= count} editing={editing} search={search} />
          </li>
        ))}
      </ol>
      <button type="submit" name="more" value="yes" className="mt-2 min-h-11 cursor-pointer font-semibold text-accent underline">
        {t("more")}
      </button>
    </section>
  );
}

type OutcomeProps = { place: number; isNew: boolean; editing: Editing; search: SkillSearch };

function Outcome({ place, isNew, editing, search }: OutcomeProps) {
  const t = useTranslations("editor.outcomes");
  const locale = useLocale() as "en";
  const name = `outcomes.${place}`;

  return (
    <div className="grid gap-3">
      <TextPair
        name={`${name}.text`}
        id={name}
        label={isNew ? t("new", { number: place + 1 }) : t("number", { number: place + 1 })}
        rows={2}
        editing={editing}
      />
      <input type="hidden" name={`${name}.other`} defaultValue={editing.values[`${name}.other`]?.[0] ?? "{}"} />
      <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
        <ChoiceField
          name={`${name}.type`}
          label={t("type", { number: place + 1 })}
          defaultValue={editing.values[`${name}.type`]?.[0] ?? "skill"}
        >
          {vocabulary("outcomeTypes").map(({ code, labels }) => (
            <option key={code} value={code}>
              {labels[locale]}
            </option>
          ))}
        </ChoiceField>
        {!isNew && (
          <button type="submit" name={`${name}.remove`} value="yes" className="min-h-11 cursor-pointer text-accent underline">
            {t("remove", { number: place + 1 })}
          </button>
        )}
      </div>
      {!isNew && <SkillFields place={place} chosen={editing.values[`${name}.skills`] ?? []} search={search} />}
    </div>
  );
}
