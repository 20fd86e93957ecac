import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { PolicyTerms } from "@/components/policies/policy-terms";
import { useInForce } from "@/components/policies/use-in-force";
import { ButtonLink } from "@/components/ui/button";
import { Nothing } from "@/components/ui/nothing";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay } from "@/lib/i18n/format";
import { policiesOn, type RecognitionPolicy } from "@/lib/recognition/policy";
import { findPendingPolicy, listPolicies } from "@/lib/recognition/queries";

type Props = PageProps<"/[locale]/manage/policy">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "policy" });
  return { title: t("title"), robots: { index: false } };
}

export default async function PolicyPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("manage/policy");
  const actor = actorOf(person);
  if (!actor.organisationId || !mayAtAll(actor, "policy.read")) notFound();
  const [t, policies, pending] = await Promise.all([
    getTranslations("policy"),
    listPolicies(actor.organisationId),
    findPendingPolicy(actor),
  ]);
  const { inForce, next } = policiesOn(policies, today());
  const mayWrite = mayAtAll(actor, "policy.write");
  const edit = pending ? "edit" : policies.length > 0 ? "beginNext" : "begin";

  return (
    <DeskPage
      person={person}
      part="policy"
      title={t("title")}
      intro={t("intro")}
      done={(await searchParams).done}
      actions={
        <>
          {policies.length > 0 && (
            <ButtonLink look="quiet" href={address(locale, "manage/policy/history")}>
              {t("history")}
            </ButtonLink>
          )}
          {mayWrite && <ButtonLink href={address(locale, "manage/policy/edit")}>{t(edit)}</ButtonLink>}
        </>
      }
    >
      {pending && (
        <Section id="draft" title={t("draftTitle", { number: (policies[0]?.number ?? 0) + 1 })}>
          <p className="mb-4 max-w-[62ch] text-ink-2">{t("draftText")}</p>
          <PolicyTerms policy={pending.draft} />
        </Section>
      )}
      {next?.from && (
        <Section id="next" title={t("nextPublished", { from: formatDay(next.from, locale, "long") })}>
          <PolicyTerms policy={next} />
        </Section>
      )}
      <Section id="now" title={t("now")}>
        {inForce ? <Holding policy={inForce} /> : <Nothing className="">{t("nothingNow")}</Nothing>}
      </Section>
    </DeskPage>
  );
}

function Holding({ policy }: { policy: RecognitionPolicy }) {
  const inForce = useInForce();
  return (
    <>
      <PolicyTerms policy={policy} />
      <p className="mt-3 text-ink-2 text-sm">{inForce(policy)}</p>
    </>
  );
}
