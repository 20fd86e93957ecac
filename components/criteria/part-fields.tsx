import { useTranslations } from "next-intl";
import { InLanguages } from "@/components/desk/in-languages";
import { TextField } from "@/components/ui/form-fields";
import { stages } from "@/lib/casework/casework";
import type { CriteriaContent } from "@/lib/criteria/criteria";
import { partsOfForm } from "@/lib/criteria/form/input";
import { FormPartFields } from "./form-part-fields";
import { inLanguages, Rows } from "./rows";

/** One part of a draft in every language side by side. */
export function PartFields({ content, part }: { content: CriteriaContent; part: string }) {
  const [t, casework] = [useTranslations("criteria"), useTranslations("casework.stage")];
  if (partsOfForm(content.form).includes(part)) return <FormPartFields content={content} part={part} />;
  if (part === "checks") return <Rows of="checks" rows={content.checks} />;
  if (part === "general")
    return (
      <>
        <InLanguages name="title" label={t("field.title")} rows={1} given={inLanguages(content.title)} />
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          {stages.map((stage) => (
            <TextField
              key={stage}
              name={`days-${stage}`}
              inputMode="numeric"
              label={t("field.days", { stage: casework(stage) })}
              defaultValue={content.days[stage]}
            />
          ))}
        </div>
      </>
    );
  const standard = content.standards.find(({ code }) => code === part);
  return (
    <>
      {!standard && (
        <div className="max-w-48">
          <TextField name="code" label={t("field.code")} />
        </div>
      )}
      <InLanguages name="title" label={t("field.title")} rows={1} given={inLanguages(standard?.title)} />
      <Rows of="criteria" rows={standard?.criteria ?? []} />
    </>
  );
}
