import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OfferingFrame } from "@/components/publication/offering-frame";
import { PlanningTable } from "@/components/sessions/planning-table";
import { RepeatForm } from "@/components/sessions/repeat-form";
import { ActionForm } from "@/components/ui/action-form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/section";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { problemsOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { findOwnOffering } from "@/lib/offerings/drafts/queries";
import type { SessionFacts } from "@/lib/offerings/sessions/commands";
import { type RepeatInput, repeatInput } from "@/lib/offerings/sessions/input";
import { listOwnSessions, toFacts } from "@/lib/offerings/sessions/queries";
import { lastYears, repeated } from "@/lib/sessions/planning";
import { repeatAction } from "./actions";

type Props = PageProps<"/[locale]/manage/offerings/[slug]/sessions/repeat">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "sessions" });
  return { title: t("repeat.title"), robots: { index: false } };
}

/** Which sessions, how often and after how many weeks; then the days that come of it, before anything is written. */
export default async function RepeatPage({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(locale);
  const person = await requirePerson(`manage/offerings/${slug}/sessions/repeat`);
  const actor = actorOf(person);
  const own = (await findOwnOffering(actor, slug)) ?? notFound();
  if (!mayAtAll(actor, "offering.write") || own.status === "archived") notFound();
  const query = await searchParams;
  const [t, problems] = await Promise.all([getTranslations("sessions.repeat"), getTranslations("problems")]);
  const sessions = ((await listOwnSessions(actor, slug)) ?? []).map(toFacts).filter(({ startsOn }) => startsOn !== null);
  const from = [query.from ?? []].flat();
  const asked = query.weeks === undefined ? undefined : repeatInput.safeParse({ from, weeks: query.weeks, times: query.times });
  const chosen = asked ? from : lastYears(sessions, today()).map(({ id }) => id);

  return (
    <OfferingFrame person={person} own={own} tab="sessions">
      <Section id="repeat" title={t("title")}>
        <p className="mb-6 max-w-[62ch]">{t("text")}</p>
        {asked?.success === false && (
          <ul role="alert" className="mb-6 rounded-md border-2 border-bad bg-bad-soft px-5 py-4 font-semibold text-bad">
            {[...new Set(problemsOf(asked.error).map(({ code }) => code))].map((code) => (
              <li key={code}>{problems(code)}</li>
            ))}
          </ul>
        )}
        <RepeatForm sessions={sessions} chosen={chosen} weeks={String(query.weeks ?? 1)} times={String(query.times ?? 1)} />
      </Section>
      {asked?.success && <Preview slug={slug} locale={locale} sessions={sessions} asked={asked.data} />}
    </OfferingFrame>
  );
}

type PreviewProps = { slug: string; locale: string; sessions: SessionFacts[]; asked: RepeatInput };

/** The sessions as they would be, and those that are there already and are not made again. */
async function Preview({ slug, locale, sessions, asked }: PreviewProps) {
  const [t, desk] = await Promise.all([getTranslations("sessions.repeat"), getTranslations("desk")]);
  const planned = repeated(
    sessions.filter(({ id }) => asked.from.includes(id)),
    { everyWeeks: asked.weeks, times: asked.times, existing: sessions, idOf: (position) => `planned-${position}` },
  );
  const fresh = planned.flatMap(({ session, there }) => (there ? [] : [session]));

  return (
    <Section id="preview" title={t("preview", { count: fresh.length })}>
      {planned.length > fresh.length && (
        <p className="mb-4 max-w-[62ch] text-ink-2">{t("there", { count: planned.length - fresh.length })}</p>
      )}
      {fresh.length > 0 && (
        <>
          <PlanningTable sessions={fresh} day={today()} caption={t("preview", { count: fresh.length })} />
          <ActionForm action={repeatAction.bind(null, slug)} problemsTitle={desk("problems")} className="mt-6 flex flex-wrap gap-3">
            {/* Made once for this form: sent twice, it writes once. */}
            <input type="hidden" name="token" value={randomUUID()} />
            {asked.from.map((id) => (
              <input key={id} type="hidden" name="from" value={id} />
            ))}
            <input type="hidden" name="weeks" value={asked.weeks} />
            <input type="hidden" name="times" value={asked.times} />
            <Button type="submit">{t("submit", { count: fresh.length })}</Button>
            <ButtonLink look="quiet" href={address(locale, `manage/offerings/${slug}/sessions`)}>
              {t("back")}
            </ButtonLink>
          </ActionForm>
        </>
      )}
    </Section>
  );
}
