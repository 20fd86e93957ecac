import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DecideForm } from "@/components/deciding/decide-form";
import { givenIn } from "@/components/deciding/given";
import { KindList } from "@/components/deciding/kind-list";
import { DeskPage } from "@/components/desk/desk-page";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { listChoices } from "@/lib/decisions/choices/queries";
import { findDraft } from "@/lib/decisions/drafts/queries";
import { kindOf } from "@/lib/decisions/kinds/input";
import type { SentForm } from "@/lib/decisions/kinds/words";
import { findOverseen, findWhyNot, listDecisions } from "@/lib/decisions/queries";
import { address } from "@/lib/i18n/address";
import { plainText } from "@/lib/texts/texts";
import { draftDecisionAction } from "./actions";

type Props = PageProps<"/[locale]/oversight/providers/[slug]/decide">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "deciding.provider" });
  return { title: t("decide"), robots: { index: false } };
}

export default async function DecidePage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const path = `oversight/providers/${slug}`;
  const person = await requirePerson(`${path}/decide`);
  const actor = actorOf(person);
  const provider = (await findOverseen(actor, slug)) ?? notFound();
  if (!mayAtAll(actor, "decision.sign")) notFound();
  const [t, problems, query, why] = await Promise.all([
    getTranslations("deciding"),
    getTranslations("problems"),
    searchParams,
    findWhyNot(actor, provider.id),
  ]);
  const draft = typeof query.draft === "string" ? await findDraft(actor, provider, query.draft) : undefined;
  if (draft?.decisionId) notFound();
  const asked = Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (value ? [[name, [value].flat()]] : [])));
  const kind = kindOf(draft?.form ?? asked);
  const given = draft?.form ?? (await filled(asked));

  return (
    <DeskPage
      person={person}
      part="providers"
      title={t("decide.title", { provider: plainText(provider.name, locale) })}
      intro={why ? undefined : kind ? t(`what.${kind}`) : t("decide.intro")}
    >
      {why ? (
        <p className="mt-6 max-w-[62ch] border-warn border-s-4 bg-warn-soft px-4 py-3">{problems(why)}</p>
      ) : kind ? (
        <DecideForm
          kind={kind}
          given={givenIn(given)}
          draftId={draft?.id ?? randomUUID()}
          choices={await listChoices(provider, kind)}
          authority={provider.authority.name}
          action={draftDecisionAction.bind(null, slug)}
        />
      ) : (
        <KindList path={`${path}/decide`} />
      )}
      <p className="mt-10 flex flex-wrap gap-x-6 gap-y-2">
        {kind && !why && <a href={address(locale, `${path}/decide`)}>{t("decide.other")}</a>}
        <a href={address(locale, path)}>{t("decide.back")}</a>
      </p>
    </DeskPage>
  );

  /** Today, and what the link that led here named: to correct a decision begins where it did. */
  async function filled(form: SentForm): Promise<SentForm> {
    const from = [today()];
    const decision = form.decision?.[0];
    if (!decision || kindOf(form) !== "correct") return { from, ...form };
    const found = (await listDecisions(provider.id)).find(({ id }) => id === decision);
    return { from: [found?.effectiveFrom ?? today()], what: ["decision"], ...form };
  }
}
