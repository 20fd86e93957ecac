import { useLocale, useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { stages } from "@/lib/casework/casework";
import type { CriteriaContent } from "@/lib/criteria/criteria";
import { plainText, type Texts } from "@/lib/texts/texts";
import { EditLink } from "./edit-link";
import { FormRead } from "./form-read";

type Props = { content: CriteriaContent; edit?: (part: string) => string };

/** A version of the criteria as those who work by it read it; a draft with links to its parts. */
export function CriteriaRead({ content, edit }: Props) {
  const [t, casework] = [useTranslations("criteria"), useTranslations("casework")];
  const locale = useLocale();
  const link = (part: string, name: string) => edit && <EditLink href={edit(part)} name={name} />;

  return (
    <>
      <Section id="general" title={plainText(content.title, locale)} aside={link("general", t("part.general"))}>
        <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-4">
          {stages.map((stage) => (
            <li key={stage}>{t("days", { stage: casework(`stage.${stage}`), count: content.days[stage] })}</li>
          ))}
        </ul>
      </Section>
      <Section id="checks" title={t("part.checks")} aside={link("checks", t("part.checks"))}>
        <Listed rows={content.checks} />
      </Section>
      {content.standards.map(({ code, title, criteria }) => (
        <Section
          key={code}
          id={`standard-${code}`}
          title={`${code}. ${plainText(title, locale)}`}
          aside={link(code, plainText(title, locale))}
        >
          <Listed rows={criteria} coded />
        </Section>
      ))}
      {edit && (
        <p className="mt-8">
          <a href={edit("new")}>{t("part.new")}</a>
        </p>
      )}
      <FormRead form={content.form} {...(edit ? { edit } : {})} />
    </>
  );
}

type Listed = { rows: { code: string; title: Texts; guidance: Texts; mandatory?: boolean }[]; coded?: boolean };

/** The codes of criteria are what people call them by; those of checks are for the machine alone. */
function Listed({ rows, coded = false }: Listed) {
  const t = useTranslations("casework.assess");
  const locale = useLocale();
  return (
    <dl className="divide-y divide-line border-line border-y">
      {rows.map(({ code, title, guidance, mandatory }) => (
        <div key={code} className="grid gap-x-6 py-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          <dt className="font-semibold">
            {coded && code} {plainText(title, locale)}{" "}
            {mandatory && <span className="font-normal text-ink-2 text-sm">({t("mandatory")})</span>}
          </dt>
          <dd className="text-ink-2">{plainText(guidance, locale)}</dd>
        </div>
      ))}
    </dl>
  );
}
