"use client";

import { createContext, type ReactNode, use, useActionState, useEffect, useRef } from "react";
import { type FormState, untouched } from "@/lib/form";

export const CurrentForm = createContext<FormState>(untouched);

/** What was typed into a field at the last attempt, and what is wrong with it. */
export function useField(name: string) {
  const { problems, values } = use(CurrentForm);
  // Boxes that are not ticked send nothing: once the form was sent, nothing means none.
  const wasSent = Object.keys(values).length > 0;
  return { problem: problems.find(({ field }) => field === name)?.message, values: wasSent ? (values[name] ?? []) : undefined };
}

/** What is wrong with several fields in the same way is said once and leads to the first; it stands at each of them too. */
function saidOnce(problems: FormState["problems"]): FormState["problems"] {
  return problems.filter(({ message }, place) => problems.findIndex((other) => other.message === message) === place);
}

/**
 * The one interactive form: sends itself to a server action, with or without JavaScript, and shows the problems that come back above the
 * fields, each with a link to its own.
 */
export function ActionForm({
  action,
  problemsTitle,
  className,
  label,
  children,
}: {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** Heading of the list of problems, in the reader's language. */
  problemsTitle: string;
  className?: string;
  label?: string;
  children: ReactNode;
}) {
  const [state, submit, pending] = useActionState(action, untouched);
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.problems.length > 0) summary.current?.focus();
  }, [state]);

  return (
    <CurrentForm value={state}>
      <form action={submit} aria-busy={pending} aria-label={label} noValidate className={className}>
        {state.problems.length > 0 && (
          <div ref={summary} role="alert" tabIndex={-1} className="mb-6 rounded-md border-2 border-bad bg-bad-soft px-5 py-4">
            <p className="mb-1 font-bold text-bad">{problemsTitle}</p>
            <ul className="list-disc ps-5">
              {saidOnce(state.problems).map(({ message, field }) => (
                <li key={message}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
              ))}
            </ul>
          </div>
        )}
        {children}
      </form>
    </CurrentForm>
  );
}
