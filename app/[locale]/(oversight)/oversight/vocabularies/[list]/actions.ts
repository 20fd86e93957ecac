"use server";

import { notFound, redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { formAction, given } from "@/lib/action";
import { requireActor } from "@/lib/auth/session";
import { inPart, parseForm, partOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { addTerm, endTerm, renameTerm, resumeTerm } from "@/lib/terms/commands";
import { endInput, isTermList, labelInput, levelInput, partOfCode, renameInput, resumeInput } from "@/lib/terms/input";

export const addTermAction = formAction([given.text], async (list, form) => {
  const actor = await requireActor(`oversight/vocabularies/${list}`);
  if (!isTermList(list)) notFound();
  const input = list === "levels" ? parseForm(levelInput, form) : parseForm(labelInput, form);
  if (!input.ok) return sendBack(form, input.problems);
  const added = await addTerm(actor, input.value);
  if (!added.ok) return sendBack(form, added.problems);
  return redirect(address(await getLocale(), `oversight/vocabularies/${list}?done=termAdded`));
});

const termOfPage = z.object({ list: given.text, code: given.text });

export const renameTermAction = formAction([termOfPage], async ({ list, code }, form) => {
  const actor = await requireActor(`oversight/vocabularies/${list}`);
  const part = partOfCode(code);
  const input = parseForm(renameInput, partOf(form, part));
  if (!input.ok) return sendBack(form, inPart(input.problems, part));
  const renamed = await renameTerm(actor, code, input.value);
  if (!renamed.ok) return sendBack(form, inPart(renamed.problems, part));
  return redirect(address(await getLocale(), `oversight/vocabularies/${list}?done=termRenamed`));
});

export const endTermAction = formAction([termOfPage], async ({ list, code }, form) => {
  const actor = await requireActor(`oversight/vocabularies/${list}`);
  const part = partOfCode(code);
  const input = parseForm(endInput, partOf(form, part));
  if (!input.ok) return sendBack(form, inPart(input.problems, part));
  const ended = await endTerm(actor, code, input.value.until);
  if (!ended.ok) return sendBack(form, inPart(ended.problems, part));
  return redirect(address(await getLocale(), `oversight/vocabularies/${list}?done=termEnded`));
});

export const resumeTermAction = formAction([termOfPage], async ({ list, code }, form) => {
  const actor = await requireActor(`oversight/vocabularies/${list}`);
  const part = partOfCode(code);
  const input = parseForm(resumeInput, partOf(form, part));
  if (!input.ok) return sendBack(form, inPart(input.problems, part));
  const resumed = await resumeTerm(actor, code, input.value.from);
  if (!resumed.ok) return sendBack(form, inPart(resumed.problems, part));
  return redirect(address(await getLocale(), `oversight/vocabularies/${list}?done=termResumed`));
});
