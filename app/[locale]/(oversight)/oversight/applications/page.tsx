import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { QueueTable } from "@/components/oversight/queue-table";
import { Nothing } from "@/components/ui/nothing";
import { parseQueueFilter, queueFilterNames, queueFilters } from "@/lib/applications/filter";
import { listApplications } from "@/lib/applications/queries";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { address } from "@/lib/i18n/address";

type Props = PageProps<"/[locale]/oversight/applications">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale, namespace: "oversight" });
  return { title: t("title"), robots: { index: false } };
}

export default async function QueuePage({ params, searchParams }: Props) {
  const { locale } = await params;
  setRequestLocale(locale);
  const person = await requirePerson("oversight/applications");
  const actor = actorOf(person);
  if (!person.acting || !mayAtAll(actor, "application.read")) notFound();
  const [t, query] = await Promise.all([getTranslations("oversight"), searchParams]);
  const filter = parseQueueFilter(query.state);
  const applications = await listApplications(actor, queueFilters[filter]);

  return (
    <DeskPage person={person} part="oversight" title={t("title")} intro={t("intro")} done={query.done}>
      <nav aria-label={t("filter.label")} className="mt-6">
        <ul className="flex flex-wrap gap-2">
          {queueFilterNames.map((name) => (
            <li key={name}>
              <a
                href={address(locale, `oversight/applications?state=${name}`)}
                aria-current={name === filter ? "true" : undefined}
                className="inline-flex min-h-9 items-center rounded-full border border-line-strong px-4 text-ink text-sm no-underline hover:border-accent aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold"
              >
                {t(`filter.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {applications.length === 0 ? (
        <Nothing>{t(filter === "waiting" ? "nothingWaits" : "nothingHere")}</Nothing>
      ) : (
        <QueueTable applications={applications} />
      )}
    </DeskPage>
  );
}
