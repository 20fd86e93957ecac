"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useActionState, useState } from "react";
import { CurrentForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import type { EditorState } from "@/lib/offerings/drafts/form";
import { Clashes } from "./clashes";
import type { EditorWords } from "./editor-words";
import { useKeeping } from "./use-keeping";

/**
 * The form of one part of the editor. It is an ordinary form that a button sends; with JavaScript it also sends itself while one writes,
 * and keeps in the browser what could not be sent.
 */
export function EditorForm({
  action,
  start,
  place,
  words,
  children,
}: {
  action: (previous: EditorState, form: FormData) => Promise<EditorState>;
  start: EditorState;
  /** The address of this page: what was not sent is kept under it. */
  place: string;
  words: EditorWords;
  children: ReactNode;
}) {
  const [sent, submit] = useActionState(action, start);
  // What is drawn anew when the page is refreshed are the panels around the form: its fields hold what is being written.
  const [fields] = useState(children);
  const router = useRouter();
  const keeping = useKeeping({ action, start: sent, place, router });
  const state = keeping.answer ?? sent;

  function onSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    void keeping.send((event.nativeEvent as SubmitEvent).submitter);
  }

  return (
    <CurrentForm value={state}>
      <form ref={keeping.form} action={submit} onSubmit={onSubmit} onInput={keeping.touch} noValidate>
        {/* Enter in a field presses the first button there is: it must be this one and none that does more. */}
        <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="revision" defaultValue={state.revision} />
        <input type="hidden" name="base" defaultValue={state.base} />
        <div ref={keeping.summary} tabIndex={-1} role={state.problems.length > 0 ? "alert" : undefined}>
          {state.problems.length > 0 && state.clashes.length === 0 && (
            <div className="mb-6 rounded-md border-2 border-bad bg-bad-soft px-5 py-4">
              <p className="mb-1 font-bold text-bad">{words.problems}</p>
              <ul className="list-disc ps-5">
                {state.problems.map(({ message, field }) => (
                  <li key={`${field} ${message}`}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
                ))}
              </ul>
            </div>
          )}
          {state.clashes.length > 0 && <Clashes clashes={state.clashes} words={words} />}
        </div>
        {fields}
        <div className="sticky bottom-0 mt-8 flex flex-wrap items-center gap-x-5 gap-y-2 border-line border-t bg-paper py-3">
          <Button type="submit">{words.save}</Button>
          <p role="status" className={`min-w-0 text-sm ${keeping.status === "offline" ? "font-semibold text-bad" : "text-ink-2"}`}>
            {keeping.status === "saved" ? words.saved.replace("{time}", state.savedAt ?? "") : keeping.status && words[keeping.status]}
            {keeping.status === "saved" && keeping.others && ` ${words.others}`}
            {keeping.status === "moved" && <a href={place}> {words.reload}</a>}
          </p>
        </div>
      </form>
    </CurrentForm>
  );
}
