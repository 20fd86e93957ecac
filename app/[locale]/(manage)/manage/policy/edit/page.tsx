import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { PolicyFields } from "@/components/policies/policy-form";
import { PolicyPreview } from "@/components/policies/policy-preview";
import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { earliestStart, type PolicyDraft, problemsWithPublishing } from "@/lib/recognition/policy";
import { findPendingPolicy, listPolicies } from "@/lib/recognition/queries";
import { discardPolicyDraftAction, keepPolicyDraftAction, publishPolicyAction } from "./actions";

type Props = PageProps<"/[locale]/manage/policy/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "policy" });
  return { title: t("edit"), robots: { index: false } };
}

export default async function EditPolicyPage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("manage/policy/edit");
  const actor = actorOf(person);
  if (!actor.organisationId || !mayAtAll(actor, "policy.write")) notFound();
  const [t, desk, policies, pending] = await Promise.all([
    getTranslations("policy"),
    getTranslations("desk"),
    listPolicies(actor.organisationId),
    findPendingPolicy(actor),
  ]);
  const day = today();
  const [latest] = policies;
  const number = (latest?.number ?? 0) + 1;
  const empty: PolicyDraft = { text: latest?.text ?? {}, rules: latest?.rules ?? {}, from: null, until: null };

  return (
    <DeskPage
      person={person}
      part="policy"
      title={t("editTitle", { number })}
      intro={t("draftText")}
      done={(await searchParams).done}
      actions={
        <ButtonLink look="quiet" href={address(locale, "manage/policy")}>
          {t("back")}
        </ButtonLink>
      }
    >
      <div className="mt-8 grid items-start gap-x-12 gap-y-10 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <ActionForm action={keepPolicyDraftAction} problemsTitle={desk("problems")} label={t("form.label")} className="grid min-w-0 gap-8">
          <PolicyFields draft={pending?.draft ?? empty} revision={pending?.revision ?? 0} earliest={earliestStart(policies, day)} />
          <Button type="submit" className="justify-self-start">
            {t("save")}
          </Button>
        </ActionForm>
        <PolicyPreview
          pending={pending}
          number={number}
          before={latest}
          from={pending?.draft.from ?? day}
          problems={pending ? problemsWithPublishing(pending.draft, policies, day) : []}
          publish={publishPolicyAction}
          discard={discardPolicyDraftAction}
        />
      </div>
    </DeskPage>
  );
}
