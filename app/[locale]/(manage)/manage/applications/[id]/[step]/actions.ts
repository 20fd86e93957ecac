"use server";

import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { action, formAction, given } from "@/lib/action";
import { authoritiesOf, authorityOf, stepsOf } from "@/lib/applications/application";
import { findAsked } from "@/lib/applications/asked/queries";
import { saveStep } from "@/lib/applications/commands";
import { emptyApplication, type FormStep, type StepPart, steps } from "@/lib/applications/content";
import { removeEvidence } from "@/lib/applications/evidence/commands";
import { formOf } from "@/lib/applications/form-of";
import { readStep } from "@/lib/applications/input";
import { findOwnApplication } from "@/lib/applications/queries";
import type { Actor } from "@/lib/auth/permissions";
import { requireActor } from "@/lib/auth/session";
import { today } from "@/lib/clock";
import { emptyForm } from "@/lib/criteria/form/form";
import { type FormState, valuesOf } from "@/lib/form";
import { address } from "@/lib/i18n/address";
import { sendBack } from "@/lib/i18n/send-back";
import { findCompetence } from "@/lib/jurisdictions/queries";

const page = (id: string, step = "") => `manage/applications/${encodeURIComponent(id)}${step && `/${step}`}`;

export const saveStepAction = formAction([given.id, z.enum(steps).exclude(["evidence"])], async (id, step, form) => {
  const actor = await requireActor(page(id, step));
  const values = valuesOf(form);
  const application = await findOwnApplication(actor, id);
  if (!application) return sendBack(form, [{ code: "applicationUnknown" }]);
  const asked = (await findAsked(application)) ?? emptyForm;
  const { part, problems } = readStep(step, values, { form: asked, earlier: application.content.answers });
  if (problems.length > 0) return sendBack(form, problems);

  const saved = await saveStep(actor, id, Number(values.revision?.[0]) || 0, { step, part } as StepPart);
  if (!saved.ok) return saved.problems[0]?.code === "changedMeanwhile" ? compare(actor, id, step, form) : sendBack(form, saved.problems);
  return redirect(address(await getLocale(), await whereNext(actor, id, step, values.go?.[0])));
});

/** On with the next step; a claim more, or an authority still to be chosen, is on the same page. */
async function whereNext(actor: Actor, id: string, step: FormStep, go: string | undefined): Promise<string> {
  if (go === "more") return `${page(id, step)}?done=saved`;
  const [application, competence] = await Promise.all([findOwnApplication(actor, id), findCompetence(today())]);
  const content = application?.content ?? emptyApplication;
  if (step === "places" && authoritiesOf(content, competence).length > 1 && !authorityOf(content, competence))
    return `${page(id, step)}?done=chooseAuthority#authority`;
  const there = stepsOf(application && (await findAsked(application)));
  const next = go === "next" ? there[there.indexOf(step) + 1] : undefined;
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
  const theirs = formOf(step, current.content, await findAsked(current));
  // A field may be called what every object has, such as `toString`.
  const text = (values: Record<string, string[]>, name: string) =>
    Object.hasOwn(values, name) ? (values[name]?.join(", ").replace(/\r\n/g, "\n") ?? "") : "";
  const names = [...new Set([...Object.keys(theirs), ...Object.keys(state.values)])].filter((name) => name !== "go" && name !== "revision");
  const differing = names.filter((name) => text(theirs, name) !== text(state.values, name));
  const problems = differing.map((field) => ({ field, message: t("meanwhile", { value: text(theirs, field) || t("nothing") }) }));
  return { values: { ...state.values, revision: [String(current.revision)] }, problems: [...state.problems, ...problems] };
}

export const removeEvidenceAction = action([given.id, given.id], async (id, fileId) => {
  const actor = await requireActor(page(id, "evidence"));
  const removed = await removeEvidence(actor, id, fileId);
  const query = removed.ok ? "done=fileRemoved" : `problem=${removed.problems[0]?.code}`;
  redirect(address(await getLocale(), `${page(id, "evidence")}?${query}`));
});
