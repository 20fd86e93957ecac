import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { PolicyDifferences } from "@/components/policies/policy-differences";
import { PolicyTerms } from "@/components/policies/policy-terms";
import { useInForce } from "@/components/policies/use-in-force";
import { ButtonLink } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";
import type { RecognitionPolicy } from "@/lib/recognition/policy";
import { listPolicies } from "@/lib/recognition/queries";

type Props = PageProps<"/[locale]/manage/policy/history">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "policy" });
  return { title: t("historyTitle"), robots: { index: false } };
}

export default async function PolicyHistoryPage({ params }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("manage/policy/history");
  const actor = actorOf(person);
  if (!actor.organisationId || !mayAtAll(actor, "policy.read")) notFound();
  const [t, policies] = await Promise.all([getTranslations("policy"), listPolicies(actor.organisationId)]);

  return (
    <DeskPage
      person={person}
      part="policy"
      title={t("historyTitle")}
      actions={
        <ButtonLink look="quiet" href={address(locale, "manage/policy")}>
          {t("back")}
        </ButtonLink>
      }
    >
      {policies.length === 0 && <p className="mt-8 text-ink-2">{t("historyNone")}</p>}
      {policies.map((policy, position) => (
        <Entry
          key={policy.number}
          policy={policy}
          before={policies[position + 1]}
          whole={t("whole", { number: policy.number })}
          first={t("first")}
        />
      ))}
    </DeskPage>
  );
}

function Entry({
  policy,
  before,
  whole,
  first,
}: {
  policy: RecognitionPolicy;
  before?: RecognitionPolicy | undefined;
  whole: string;
  first: string;
}) {
  const inForce = useInForce();
  return (
    <Section id={`policy-${policy.number}`} title={inForce(policy)}>
      {before ? <PolicyDifferences before={before} after={policy} /> : <p>{first}</p>}
      <Details className="mt-4" summary={whole}>
        <div className="mt-3">
          <PolicyTerms policy={policy} />
        </div>
      </Details>
    </Section>
  );
}
