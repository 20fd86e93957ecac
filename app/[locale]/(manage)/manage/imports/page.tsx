import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ImportList } from "@/components/imports/import-list";
import { TakeOut } from "@/components/imports/take-out";
import { UploadForm } from "@/components/imports/upload-form";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import { listImports } from "@/lib/imports/list/queries";
import { pageOf } from "@/lib/imports/page";

type Props = PageProps<"/[locale]/manage/imports">;

const pageSize = 25;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "files" });
  return { title: t("list.title"), robots: { index: false } };
}

export default async function ImportsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const [query, person] = [await searchParams, await requirePerson("manage/imports")];
  const actor = actorOf(person);
  const organisation = person.acting;
  if (!organisation || !mayAtAll(actor, "import.read")) notFound();
  const page = pageOf(query.page);
  const { imports, total } = await listImports(actor, organisation.organisationId, { limit: pageSize, offset: (page - 1) * pageSize });
  const [t, problems] = [await getTranslations("files"), await getTranslations("problems")];
  const code = String(query.problem ?? "") as "fileEmpty";

  return (
    <DeskPage person={person} part="imports" title={t("list.title")} intro={t("list.intro")} done={query.done}>
      <div className="mt-8 grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
        {mayAtAll(actor, "catalogue.import") && (
          <section aria-labelledby="upload">
            <h2 id="upload" className="mb-3 text-2xl">
              {t("list.upload")}
            </h2>
            <UploadForm problem={code && problems.has(code) ? problems(code) : undefined} />
          </section>
        )}
        <TakeOut />
      </div>
      <Section id="history" title={t("list.history")}>
        <ImportList imports={imports} />
        <Pagination page={page} pages={Math.ceil(total / pageSize)} href={(one) => address(locale, `manage/imports?page=${one}`)} />
      </Section>
    </DeskPage>
  );
}
