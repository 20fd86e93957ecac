import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { languagesIn } from "@/components/offerings-desk/completeness-panel";
import { PartFields } from "@/components/offerings-desk/part-fields";
import { useEditorWords } from "@/components/offerings-desk/use-editor-words";
import { StatementForm } from "@/components/statements/statement-form";
import { useStatementWords } from "@/components/statements/use-statement-words";
import { ButtonLink } from "@/components/ui/button";
import { TickField } from "@/components/ui/form-fields";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { country } from "@/lib/country/country";
import { untouched } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import type { CatalogueStatements } from "@/lib/offerings/content";
import { formOf } from "@/lib/offerings/drafts/form";
import { type EditorPart, isEditorPart, valuesOfPart } from "@/lib/offerings/drafts/parts";
import { listBodies } from "@/lib/offerings/drafts/queries";
import { findStatements } from "@/lib/statements/queries";
import { asContent, statedFieldsOf, statementParts } from "@/lib/statements/statements";
import { choosableLabels } from "@/lib/terms/queries";
import type { Label } from "@/lib/terms/term";
import { plainText } from "@/lib/texts/texts";
import { stateAction } from "./actions";

type Props = PageProps<"/[locale]/manage/statements/[part]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "statements" });
  return { title: t("title"), robots: { index: false } };
}

/** Where one part of what is stated for all offerings is changed. */
export default async function StatePage({ params }: Props) {
  const { locale, part } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`manage/statements/${part}`);
  const actor = actorOf(person);
  const statements = await findStatements(actor);
  if (!statements || !mayAtAll(actor, "statements.write") || !isEditorPart(part) || !statementParts.includes(part)) notFound();
  const [t, parts] = await Promise.all([getTranslations("statements"), getTranslations("editor.parts")]);
  const bodies = part === "quality" ? (await listBodies()).map(({ name }) => plainText(name, locale)) : [];
  const labels = await choosableLabels(statements.quality ?? []);

  return (
    <DeskPage
      person={person}
      part="statements"
      title={t("edit.title", { part: parts(`${part}.name`) })}
      intro={t("edit.text")}
      actions={
        <ButtonLink look="quiet" href={address(locale, "manage/statements")}>
          {t("edit.back")}
        </ButtonLink>
      }
    >
      <div className="mt-8 max-w-[56rem]">
        <Form part={part} statements={statements} bodies={bodies} labels={labels} locale={locale} />
      </div>
    </DeskPage>
  );
}

type FormProps = { part: EditorPart; statements: CatalogueStatements; bodies: string[]; labels: Label[]; locale: string };

function Form({ part, statements, bodies, labels, locale }: FormProps) {
  const words = useStatementWords();
  const content = asContent(statements, locale);
  const languages = [...new Set<string>([locale, ...country.languages, ...languagesIn(content)])];
  const context = {
    content,
    editing: { languages, values: formOf(content, part, languages), stale: [] },
    stated: new Set<string>(),
    national: {},
    bodies,
    labels,
    references: [],
    fieldSearch: { query: "", form: "" },
    skillSearch: { query: "", form: "", named: [], found: [], suggested: [] },
  };
  return (
    <StatementForm
      action={stateAction.bind(null, { part, languages })}
      start={{ ...untouched, base: JSON.stringify(valuesOfPart(content, part)), clashes: [], effect: null, relied: [] }}
      words={words.form}
      clashWords={useEditorWords()}
    >
      <PartFields fields={statedFieldsOf(part)} context={context} />
      <div className="mt-8">
        <TickField name="keep" label={words.keep} hint={words.keepHint} />
      </div>
    </StatementForm>
  );
}
