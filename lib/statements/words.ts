import type { getTranslations } from "next-intl/server";
import { address } from "@/lib/i18n/address";
import type { EditorPart } from "@/lib/offerings/drafts/parts";
import { titleOf } from "@/lib/offerings/publication";
import type { Weighed } from "./commands";
import { type Affected, losses, summaryOf } from "./effect";
import type { ShownEffect, ShownOfferings, ShownReliance } from "./form";

type Words = {
  statements: Awaited<ReturnType<typeof getTranslations<"statements">>>;
  told: Awaited<ReturnType<typeof getTranslations<"publication.told">>>;
};

const mostListed = 10;

/** What a change would do, as one reads it before saving. */
export function effectWords({ affected, mark }: Weighed, isStated: boolean, part: EditorPart, words: Words, locale: string): ShownEffect {
  const t = words.statements;
  if (affected.length === 0) {
    const text = t(isStated ? "effect.nothing" : "effect.newOnly");
    return { mark: isStated ? null : mark, lines: [{ tone: "none", text }], told: [], offerings: null, publishes: false };
  }
  const { told, reopensReview, sameToReaders, published, ...counts } = summaryOf(affected);
  const line = (name: "waiting" | "scheduled" | "drafts" | "incomplete" | "completed", tone: "good" | "warn" | "none") =>
    counts[name] > 0 ? [{ tone, text: t(`effect.${name}`, { count: counts[name] }) }] : [];
  const isLive = published + counts.waiting > 0;
  return {
    mark,
    lines: [
      ...(published > 0 ? [{ tone: "good" as const, text: t("effect.published", { count: published }) }] : []),
      ...line("waiting", "none"),
      ...line("scheduled", "warn"),
      ...line("drafts", "none"),
      ...line("completed", "good"),
      ...line("incomplete", "warn"),
      ...(sameToReaders ? [{ tone: "none" as const, text: t("effect.sameToReaders") }] : []),
      ...(published > 0 ? [{ tone: "none" as const, text: t("effect.earlier") }] : []),
    ],
    told: isLive ? [...told.map((who) => words.told(who)), words.told(reopensReview ? "review" : "noReview")] : [],
    offerings: listed(affected, part, t("effect.offerings", { count: affected.length }), t, locale),
    publishes: published > 0,
  };
}

/** Which live offerings rely on what was to be taken away, and where each states it itself. */
export function relianceWords(affected: Affected[], part: EditorPart, { statements: t }: Words, locale: string): ShownReliance[] {
  return [...losses(affected)].map(([field, relying]) => ({
    field,
    all: address(locale, `manage/offerings?statement=${field}&stance=takes`),
    offerings: withoutNotes(listed(relying, part, `${t("relied", { count: relying.length })} ${t("wayOut")}`, t, locale)),
  }));
}

function withoutNotes({ items, ...listed }: ShownOfferings): ShownOfferings {
  return { ...listed, items: items.map((item) => ({ ...item, note: null })) };
}

function listed(affected: Affected[], part: EditorPart, title: string, t: Words["statements"], locale: string): ShownOfferings {
  const items = affected
    .map(({ found, next, does }) => ({
      href: address(locale, `manage/offerings/${found.slug}/edit/${part}`),
      title: titleOf(next) || found.externalId,
      lang: next.originalLanguage,
      note: t(`effect.does.${does}`),
    }))
    .sort((a, b) => a.title.localeCompare(b.title));
  const more = items.length - mostListed;
  return { title, items: items.slice(0, mostListed), more: more > 0 ? t("effect.more", { count: more }) : null };
}
