import { useLocale, useTranslations } from "next-intl";
import { AreaField, OptionsField } from "@/components/ui/form-fields";
import type { OfferedSkills } from "@/lib/skills/suggestions/queries";
import { plainText } from "@/lib/texts/texts";

/** How the page was asked for skills, the id of the form that asks, and what it came to. */
export type SkillSearch = OfferedSkills & { query: string; form: string };

/** Asks the page for skills by name; what it finds is offered at every outcome. */
export function SkillSearchField({ search }: { search: SkillSearch }) {
  const t = useTranslations("editor.outcomes.esco");

  return (
    <div className="mb-6 max-w-xl">
      <label htmlFor="skill-search" className="mb-1 block font-semibold">
        {t("search")}
      </label>
      <p className="mb-1.5 text-ink-2 text-sm">{t("searchHint")}</p>
      <div className="flex gap-2">
        <input
          id="skill-search"
          form={search.form}
          name="skill"
          type="search"
          maxLength={100}
          defaultValue={search.query}
          className="min-h-11 w-full min-w-0 rounded-md border-[1.5px] border-line-strong bg-raised px-3 py-1.5"
        />
        <button form={search.form} type="submit" className="min-h-11 rounded-md border-2 border-accent px-4 font-semibold text-accent">
          {t("go")}
        </button>
      </div>
      <p role="status" className="text-ink-2 text-sm">
        {search.query !== "" && search.found.length === 0 ? t("none") : ""}
      </p>
    </div>
  );
}

/** The skills of one outcome as boxes: what it names, what was found, and what its words suggest; never ticked by itself. */
export function SkillFields({ place, chosen, search }: { place: number; chosen: string[]; search: SkillSearch }) {
  const t = useTranslations("editor.outcomes.esco");
  const locale = useLocale();
  const name = `outcomes.${place}`;
  const known = new Map(search.named.map((skill) => [skill.uri, plainText(skill.labels, locale)]));
  const offered = [
    ...search.found.map((skill) => ({ skill, hint: t("found") })),
    ...(search.suggested[place] ?? []).map((skill) => ({ skill, hint: t("suggested") })),
  ];
  const options = new Map(chosen.map((uri) => [uri, { value: uri, label: known.get(uri) ?? uri }]));
  for (const { skill, hint } of offered)
    if (!options.has(skill.uri)) options.set(skill.uri, { value: skill.uri, label: plainText(skill.labels, locale), ...{ hint } });

  return (
    <details open={options.size > 0}>
      <summary className="w-fit py-1 text-accent text-sm underline underline-offset-4">{t("skills", { number: place + 1 })}</summary>
      <div className="grid gap-3 pt-1">
        {options.size > 0 && (
          <OptionsField
            name={`${name}.skills`}
            label={t("skills", { number: place + 1 })}
            options={[...options.values()]}
            chosen={chosen}
            many
          />
        )}
        <AreaField name={`${name}.addresses`} label={t("more")} hint={t("moreHint")} rows={2} defaultValue="" spellCheck={false} />
      </div>
    </details>
  );
}
