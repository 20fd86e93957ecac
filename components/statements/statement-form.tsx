"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { Clashes } from "@/components/offerings-desk/clashes";
import type { EditorWords } from "@/components/offerings-desk/editor-words";
import { CurrentForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { StatementState } from "@/lib/statements/form";
import { EffectPreview, OfferingLinks, type StatementWords } from "./effect-preview";

/** The form of one part of what is stated for all offerings. Sent once, it says what would change; only then can it be saved. */
export function StatementForm({
  action,
  start,
  words,
  clashWords,
  children,
}: {
  action: (previous: StatementState, form: FormData) => Promise<StatementState>;
  start: StatementState;
  words: StatementWords;
  clashWords: EditorWords;
  children: ReactNode;
}) {
  const [state, submit, pending] = useActionState(action, start);
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state === start) return;
    answer.current?.focus({ preventScroll: true });
    answer.current?.scrollIntoView();
  }, [state, start]);

  return (
    <CurrentForm value={state}>
      <form action={submit} aria-busy={pending} aria-label={words.form} noValidate>
        {/* Enter in a field presses the first button there is: it must be the one that saves nothing. */}
        <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="base" value={state.base} readOnly />
        <div ref={answer} tabIndex={-1} className="outline-none">
          {state.problems.length > 0 && state.clashes.length === 0 && <Problems state={state} words={words} />}
          {state.clashes.length > 0 && <Clashes clashes={state.clashes} words={clashWords} />}
          {state.effect && <EffectPreview effect={state.effect} words={words} />}
        </div>
        {children}
        <div className="mt-8 border-line border-t pt-5">
          <Button type="submit" look={state.effect?.mark ? "quiet" : "main"}>
            {state.effect ? words.again : words.weigh}
          </Button>
        </div>
      </form>
    </CurrentForm>
  );
}

function Problems({ state, words }: { state: StatementState; words: StatementWords }) {
  return (
    <div role="alert" className="mb-6 rounded-md border-2 border-bad bg-bad-soft px-5 py-4">
      <p className="mb-1 font-bold text-bad">{words.problems}</p>
      <ul className="list-disc ps-5">
        {state.problems.map(({ message, field }) => (
          <li key={`${field} ${message}`}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
      {state.relied.map(({ field, all, offerings }) => (
        <div key={field} className="mt-4 max-w-[68ch]">
          <p>{offerings.title}</p>
          <p className="mt-2">
            <a href={all}>{words.reliedOfferings}</a>
          </p>
          <OfferingLinks offerings={offerings} />
        </div>
      ))}
    </div>
  );
}
