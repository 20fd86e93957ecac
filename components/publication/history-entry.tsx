import { useLocale, useTranslations } from "next-intl";
import { ChangeList } from "@/components/offerings/change-list";
import { LocalText } from "@/components/offerings/local-text";
import { Details } from "@/components/ui/details";
import { dayOf } from "@/lib/clock";
import { address } from "@/lib/i18n/address";
import { formatDay, formatList, formatTime } from "@/lib/i18n/format";
import { type OfferingContent, offeringContent } from "@/lib/offerings/content";
import type { Doer, HistoryEntry as Entry } from "@/lib/offerings/history/queries";
import { type SessionChanged, sessionsChanged } from "@/lib/offerings/history/sessions-changed";
import { comparedFields, whatChanged } from "@/lib/offerings/what-changed";
import type { Problem } from "@/lib/result";

type Facts = { version?: number; on?: string; reason?: Record<string, string>; from?: string; problems?: Problem[] };
type Props = { slug: string; entry: Entry; versions: Map<number, OfferingContent> };

/** One thing that was done: when, by whom, and what it changed. */
export function HistoryEntry({ slug, entry, versions }: Props) {
  const t = useTranslations("publication.history");
  const locale = useLocale();
  const facts = (entry.after ?? {}) as Facts;
  const key = entry.type.replace(".", "-") as "offering-published";
  const values = {
    number: facts.version ?? 0,
    day: facts.on ? formatDay(facts.on, locale, "long") : "",
    count: Array.isArray(entry.after) ? entry.after.length : 0,
  };

  return (
    <li className="grid gap-x-6 gap-y-1 border-line border-t py-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <p className="text-ink-2 text-sm">
        <time dateTime={entry.at.toISOString()} className="block tabular-nums">
          {formatDay(dayOf(entry.at), locale)}, {formatTime(entry.at, locale)}
        </time>
        <By doer={entry.by} />
      </p>
      <div className="min-w-0">
        <p className="font-semibold">{t.has(`events.${key}`) ? t(`events.${key}`, values) : t("events.other")}</p>
        {entry.type === "offering.published" && <Version slug={slug} number={facts.version ?? 0} versions={versions} />}
        {entry.type === "offering.drafted" && <Drafted entry={entry} />}
        {entry.type === "sessions.changed" && <Sessions changed={sessionsChanged(entry.before, entry.after)} />}
        {facts.reason && (
          <p className="text-ink-2">
            <LocalText texts={facts.reason} />
          </p>
        )}
        {facts.from && <a href={address(locale, `manage/offerings/${facts.from}/publication`)}>{t("from")}</a>}
        {facts.problems && <Problems problems={facts.problems} />}
      </div>
    </li>
  );
}

export function By({ doer }: { doer: Doer }) {
  const t = useTranslations("publication.history.by");
  return <span>{t(doer.kind, { name: doer.name })}</span>;
}

function Problems({ problems }: { problems: Problem[] }) {
  const t = useTranslations("problems");
  return problems.map(({ code, field }) => <p key={`${code} ${field}`}>{t(code)}</p>);
}

/** A version beside the one before it. */
function Version({ slug, number, versions }: { slug: string; number: number; versions: Map<number, OfferingContent> }) {
  const t = useTranslations("publication.history");
  const locale = useLocale();
  const [before, after] = [versions.get(number - 1), versions.get(number)];
  if (!after) return null;
  return (
    <>
      <a href={address(locale, `offerings/${slug}?version=${number}`)}>{t("read", { number })}</a>
      {before && (
        <Details summary={t("differences")} className="mt-1">
          <ChangeList changes={whatChanged(before, after)} original={after.originalLanguage} />
        </Details>
      )}
    </>
  );
}

/** Which fields a save changed, and how, where its event says it. */
function Drafted({ entry }: { entry: Entry }) {
  const t = useTranslations("offering.history");
  const h = useTranslations("publication.history");
  const locale = useLocale();
  const named = Object.keys({ ...(entry.before as object | null), ...(entry.after as object | null) });
  const fields = named.filter((field): field is keyof typeof comparedFields => field in comparedFields);
  // An import writes down no more than the title.
  if (fields.length === 0 || entry.before === null) return null;
  const side = (value: unknown) => offeringContent.safeParse({ originalLanguage: locale, ...(value as object | null) }).data;
  const [before, after] = [side(entry.before), side(entry.after)];
  const names = formatList(
    fields.map((field) => t(`fields.${field}`)),
    locale,
  );

  return (
    <>
      <p className="text-ink-2">{names}</p>
      {before && after && (
        <Details summary={h("differences")} className="mt-1">
          <ChangeList changes={whatChanged(before, after)} original={after.originalLanguage} />
        </Details>
      )}
    </>
  );
}

function Sessions({ changed }: { changed: SessionChanged[] }) {
  const t = useTranslations("publication.history.session");
  const locale = useLocale();
  return (
    <ul className="mt-1 text-ink-2 text-sm">
      {changed.map(({ session, added, facts }) => (
        <li key={session.id}>
          {session.externalId}
          {session.startsOn && `, ${formatDay(session.startsOn, locale)}`}
          {": "}
          {added
            ? t("added")
            : formatList(
                facts.map((fact) => t(fact)),
                locale,
              )}
        </li>
      ))}
    </ul>
  );
}
