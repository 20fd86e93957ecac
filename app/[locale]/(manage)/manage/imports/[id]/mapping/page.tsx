import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ImportTabs } from "@/components/imports/import-tabs";
import { MappingColumns } from "@/components/imports/mapping-columns";
import { MappingFile } from "@/components/imports/mapping-file";
import { MappingValues, type UnknownValue } from "@/components/imports/mapping-values";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextField, TickField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { may } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import type { FileFacts } from "@/lib/imports/facts";
import { parseTarget } from "@/lib/imports/fields";
import { mappingInput } from "@/lib/imports/mapping";
import { isImportId } from "@/lib/imports/page";
import { findImportFor } from "@/lib/imports/queries";
import { countBadRows, listUnknownValues } from "@/lib/imports/repairs/queries";
import { listLabels } from "@/lib/terms/queries";
import { readAgainAction } from "./actions";

type Props = PageProps<"/[locale]/manage/imports/[id]/mapping">;

const mostValues = 30;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "files" });
  return { title: t("mapping.title"), robots: { index: false } };
}

export default async function MappingPage({ params }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`manage/imports/${id}/mapping`);
  const actor = actorOf(person);
  const shown = isImportId(id) ? await findImportFor(actor, id) : undefined;
  if (!shown?.hasFile || !may(actor, "catalogue.import", shown)) notFound();
  const facts = shown.facts as (FileFacts & { remembered?: string | null }) | null;
  const [badRows, values] = await Promise.all([countBadRows(id), unknownValues(id, facts)]);
  const [t, desk] = [await getTranslations("files.mapping"), await getTranslations("desk")];

  return (
    <DeskPage person={person} part="imports" title={t("title")} intro={t("intro")}>
      <ImportTabs id={id} current="mapping" badRows={badRows} mayWrite />
      <ActionForm action={readAgainAction.bind(null, id)} problemsTitle={desk("problems")} label={t("title")} className="mt-6">
        <Section id="file" title={t("file")}>
          <MappingFile facts={facts} mapping={mappingInput.parse(shown.mapping ?? {})} />
        </Section>
        {facts && (
          <Section id="columns" title={t("columns")}>
            {facts.format === "catalogue" && <p>{t("ownForm")}</p>}
            {facts.tables.map((table) => (
              <MappingColumns key={table.sheet} table={table} remembered={Boolean(facts.remembered)} />
            ))}
          </Section>
        )}
        <MappingValues values={values} labels={await listLabels()} />
        <div className="mt-8 grid max-w-xl gap-4 border-line border-t pt-6">
          <TickField name="remember" label={t("remember")} />
          <TextField
            name="name"
            label={t("name")}
            defaultValue={facts?.remembered ?? shown.fileName.replace(/\.\w+$/, "")}
            maxLength={150}
          />
          <Button type="submit" className="justify-self-start">
            {t("again")}
          </Button>
        </div>
      </ActionForm>
    </DeskPage>
  );
}

/** Values that are not known, with the column of the template that their own is read as. */
async function unknownValues(id: string, facts: FileFacts | null): Promise<UnknownValue[]> {
  const known = new Map(facts?.tables.flatMap(({ columns }) => columns.map(({ header, field }) => [header, field] as const)));
  return (await listUnknownValues(id, mostValues)).flatMap((one) => {
    const target = parseTarget(known.get(one.column) ?? one.column);
    return target ? [{ ...one, field: target.field }] : [];
  });
}
