import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskPage } from "@/components/desk/desk-page";
import { ListSearch } from "@/components/desk/list-search";
import { QueueTable } from "@/components/oversight/queue-table";
import { SelectField } from "@/components/ui/field";
import { Nothing } from "@/components/ui/nothing";
import { Pagination } from "@/components/ui/pagination";
import { actorOf } from "@/lib/auth/actor";
import { mayAtAll } from "@/lib/auth/permissions";
import { requirePerson } from "@/lib/auth/session";
import { cuts, orders, type QueueQuery, queueQuery } from "@/lib/casework/queue/list";
import { listQueue } from "@/lib/casework/queue/queries";
import { address } from "@/lib/i18n/address";
import { formatNumber } from "@/lib/i18n/format";

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
  const [t, oversight, asked] = await Promise.all([getTranslations("casework.queue"), getTranslations("oversight"), searchParams]);
  const query = queueQuery.parse(asked);
  const { rows, total, pages, page, counts } = await listQueue(actor, query);
  const here = address(locale, "oversight/applications");
  const to = (change: Partial<QueueQuery>) => `${here}?${addressOf({ ...query, page: 1, ...change })}`;

  return (
    <DeskPage person={person} part="oversight" title={oversight("title")} intro={t("intro")} done={asked.done}>
      <nav aria-label={oversight("filter.label")} className="mt-6">
        <ul className="flex flex-wrap gap-2">
          {cuts.map((cut) => (
            <li key={cut}>
              <a
                href={to({ state: cut })}
                aria-current={cut === query.state ? "true" : undefined}
                className="inline-flex min-h-9 items-center gap-2 rounded-full border border-line-strong px-4 text-ink text-sm no-underline hover:border-accent aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:font-semibold"
              >
                {t(`cut.${cut}`)} <span className="text-ink-2 tabular-nums">{formatNumber(counts[cut], locale)}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ListSearch here={here} label={t("q")} words={query.q} show={t("show")}>
        <input type="hidden" name="state" value={query.state} />
        <SelectField id="order" name="order" label={t("order")} defaultValue={query.order}>
          {orders.map((order) => (
            <option key={order} value={order}>
              {t(`by.${order}`)}
            </option>
          ))}
        </SelectField>
      </ListSearch>
      {total === 0 ? (
        <Nothing>{query.q === "" && query.state === "waiting" ? oversight("nothingWaits") : t("nothing")}</Nothing>
      ) : (
        <QueueTable rows={rows} />
      )}
      <div className="mt-6">
        <Pagination page={page} pages={pages} href={(number) => to({ page: number })} />
      </div>
    </DeskPage>
  );
}

function addressOf(query: QueueQuery): URLSearchParams {
  return new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])));
}
