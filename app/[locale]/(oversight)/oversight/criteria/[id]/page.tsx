import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { CriteriaRead } from "@/components/criteria/criteria-read";
import { DeskPage } from "@/components/desk/desk-page";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/form-fields";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { partWith, problemsWithCriteria } from "@/lib/criteria/criteria";
import { findOwnCriteria } from "@/lib/criteria/queries";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { publishCriteriaAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/criteria/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "criteria" });
  return { title: t("title"), robots: { index: false } };
}

export default async function CriteriaSetPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`oversight/criteria/${id}`);
  const actor = actorOf(person);
  const set = await findOwnCriteria(actor, id);
  if (!set) notFound();
  const [t, desk, problems, { done }] = await Promise.all([
    getTranslations("criteria"),
    getTranslations("desk"),
    getTranslations("problems"),
    searchParams,
  ]);
  const edits = !set.publishedAt && mayAtAll(actor, "criteria.manage");
  const missing = edits ? problemsWithCriteria(set.content) : [];
  const nameOf = (where: string) => (where === "title" ? t("part.general") : where === "form" ? t("part.form") : where);
  const base = address(locale, `oversight/criteria/${id}`);

  return (
    <DeskPage
      person={person}
      part="criteria"
      title={set.validFrom ? t("version", { number: set.number }) : t("draft")}
      {...(set.validFrom ? { intro: t("since", { day: formatDay(set.validFrom, locale, "long") }) } : {})}
      done={done}
      actions={<a href={address(locale, "oversight/criteria")}>{t("all")}</a>}
    >
      <CriteriaRead content={set.content} {...(edits ? { edit: (part) => `${base}/${part}` } : {})} />
      {edits && (
        <Section id="publish" title={t("publish.title")}>
          {missing.length > 0 && (
            <div className="mb-6 max-w-[62ch] border-warn border-s-4 ps-4">
              <p className="font-semibold">{t("publish.missing")}</p>
              <ul className="list-disc ps-5">
                {missing.map(({ code, where }) => (
                  <li key={`${where} ${code}`}>
                    <a href={`${base}/${partWith(set.content, where)}`}>{nameOf(where)}</a>: {problems(code)}
                  </li>
                ))}
              </ul>
            </div>
          )}
          <ActionForm action={publishCriteriaAction.bind(null, id)} problemsTitle={desk("problems")} className="grid max-w-xl gap-4">
            <TextField name="from" type="date" label={t("publish.from")} defaultValue={today()} />
            <Button type="submit" className="justify-self-start">
              {t("publish.button")}
            </Button>
          </ActionForm>
        </Section>
      )}
    </DeskPage>
  );
}
