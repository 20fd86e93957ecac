"use server";

import { notFound, redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { now } from "@/lib/clock";
import { valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { formatTime } from "@/lib/i18n/format";
import { sendBack } from "@/lib/i18n/send-back";
import { type SaveResult, saveDraftPart } from "@/lib/offerings/drafts/commands";
import type { Edit } from "@/lib/offerings/drafts/edit";
import { type EditorState, formOf } from "@/lib/offerings/drafts/form";
import { readBase, readPart } from "@/lib/offerings/drafts/input";
import { baseAfter, type Clash } from "@/lib/offerings/drafts/merge";
import { isEditorPart, type PartValues, valuesOfPart } from "@/lib/offerings/drafts/parts";
import { readingContext } from "@/lib/offerings/drafts/queries";
import { clashWords } from "@/lib/offerings/drafts/words";

/**
 * Saves one part of the editor. A browser without JavaScript comes back to the page; the editor's own script asks quietly, and gets an
 * answer with what the inputs say now.
 */
export const savePartAction = formAction(
  [z.object({ slug: given.text, part: given.text, languages: z.array(given.text) })],
  async (place, form): Promise<EditorState> => {
    const { slug, part, languages } = place;
    const here = `manage/offerings/${slug}/edit/${part}`;
    const actor = await requireActor(here);
    if (!isEditorPart(part)) notFound();
    const sent = valuesOf(form);
    const revision = Number(sent.revision?.[0]) || 0;
    const base = readBase(sent.base?.[0]);
    const read = readPart(part, sent, await readingContext(base));
    const back = { revision, base: JSON.stringify(base), clashes: [], savedAt: null, fields: null };
    if (!read.ok) return { ...back, ...(await sendBack(form, read.problems)) };

    const saved = await saveDraftPart(actor, slug, { part, revision, base, values: read.value, ...asked(sent) });
    if (!saved.ok) return refused(saved, base, { ...back, ...(await sendBack(form, saved.problems)) });
    const { content } = saved.value;
    if (!sent.quiet) {
      const second = languages[1] ? `&with=${languages[1]}` : "";
      return redirect(address(await getLocale(), `${here}?done=saved&at=${saved.value.revision}${second}${sent.more ? "#outcomes" : ""}`));
    }
    return {
      problems: [],
      values: {},
      clashes: [],
      revision: saved.value.revision,
      base: JSON.stringify(valuesOfPart(content, part)),
      savedAt: formatTime(now(), await getLocale()),
      fields: formOf(content, part, languages),
    };
  },
);

/** What was asked for by a button or a choice beside the fields. */
function asked(sent: Record<string, string[]>): Partial<Edit> {
  const [language = "", ...key] = (sent.confirm?.[0] ?? "").split(":");
  return {
    taken: Object.entries(sent).flatMap(([name, [choice]]) => (name.startsWith("choose.") && choice === "theirs" ? [name.slice(7)] : [])),
    restated: sent.restate ?? [],
    confirmed: key.length > 0 ? { language, key: key.join(":") } : null,
  };
}

async function refused(result: SaveResult & { ok: false }, base: PartValues, state: EditorState): Promise<EditorState> {
  if (result.problems.some(({ code }) => code === "offeringUnknown")) notFound();
  const [t, locale] = await Promise.all([getTranslations("offering.history"), getLocale()]);
  const fieldName = (field: string) => (t.has(`fields.${field}` as "fields.title") ? t(`fields.${field}` as "fields.title") : field);
  const clashes = result.clashes.map((clash: Clash) => clashWords(clash, fieldName, locale));
  return { ...state, base: JSON.stringify(baseAfter(base, result.clashes)), clashes };
}
