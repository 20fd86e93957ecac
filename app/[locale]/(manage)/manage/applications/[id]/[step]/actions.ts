"use server";

import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { action, formAction, given } from "@/lib/action";
import { authoritiesOf, authorityOf } from "@/lib/applications/application";
import { saveStep } from "@/lib/applications/commands";
import { type ApplicationContent, type FormStep, type StepPart, steps } from "@/lib/applications/content";
import { removeEvidence } from "@/lib/applications/evidence/commands";
import { formOf } from "@/lib/applications/form-of";
import { readStep } from "@/lib/applications/input";
import { findOwnApplication } from "@/lib/applications/queries";
import type { Actor } from "@/lib/auth/permissions";
import { requireActor } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { type FormState, valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { findCompetence } from "@/lib/jurisdictions/queries";

const page = (id: string, step = "") => `manage/applications/${encodeURIComponent(id)}${step && `/${step}`}`;

export const saveStepAction = formAction([given.id, z.enum(steps).exclude(["evidence"])], async (id, step, form) => {
  const actor = await requireActor(page(id, step));
  const values = Object.fromEntries(Object.entries(valuesOf(form)).map(([name, [value]]) => [name, value]));
  const { part, problems } = readStep(step, values);
  if (problems.length > 0) return sendBack(form, problems);

  const saved = await saveStep(actor, id, Number(values.revision) || 0, { step, part } as StepPart);
  if (!saved.ok) return saved.problems[0]?.code === "changedMeanwhile" ? compare(actor, id, step, form) : sendBack(form, saved.problems);
  return redirect(address(await getLocale(), await whereNext(id, step, values.go, part)));
});

/** On with the next step; a claim more, or an authority still to be chosen, is on the same page. */
async function whereNext(id: string, step: FormStep, go: string | undefined, part: ApplicationContent[FormStep]): Promise<string> {
  const places = step === "places" ? { places: part as ApplicationContent["places"] } : undefined;
  if (go === "more") return `${page(id, step)}?done=saved`;
  const competence = await findCompetence(today());
  if (places && authoritiesOf(places, competence).length > 1 && !authorityOf(places, competence))
    return `${page(id, step)}?done=chooseAuthority#authority`;
  const next = go === "next" ? steps[steps.indexOf(step) + 1] : undefined;
  return next ? page(id, next) : `${page(id)}?done=saved`;
}

/** Shows beside each field what was saved in the meantime; saving once more then counts for what is seen now. */
async function compare(actor: Actor, id: string, step: FormStep, form: FormData): Promise<FormState> {
  const [state, t, current] = await Promise.all([
    sendBack(form, [{ code: "changedMeanwhile" }]),
    getTranslations("application"),
    findOwnApplication(actor, id),
  ]);
  if (!current) return state;
  const theirs = formOf(step, current.content);
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(state.values)])].filter((name) => name !== "go" && name !== "revision");
  const differing = names.filter((name) => (theirs[name] ?? "") !== (state.values[name]?.[0] ?? "").replace(/\r\n/g, "\n"));
  const problems = differing.map((field) => ({ field, message: t("meanwhile", { value: theirs[field] || t("nothing") }) }));
  return { values: { ...state.values, revision: [String(current.revision)] }, problems: [...state.problems, ...problems] };
}

export const removeEvidenceAction = action([given.id, given.id], async (id, fileId) => {
  const actor = await requireActor(page(id, "evidence"));
  const removed = await removeEvidence(actor, id, fileId);
  const query = removed.ok ? "done=fileRemoved" : `problem=${removed.problems[0]?.code}`;
  redirect(address(await getLocale(), `${page(id, "evidence")}?${query}`));
});
