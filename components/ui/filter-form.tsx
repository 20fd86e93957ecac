import type { ReactNode } from "react";
import { CheckOption } from "./check-option";
import { FieldGroup } from "./field";

type Props = { id: string; action: string; label: string; summary: string; submit: ReactNode; children: ReactNode };

/** The filters of a search as a GET form: behind a summary on a phone, always open where there is room. */
export function FilterForm({ id, action, label, summary, submit, children }: Props) {
  return (
    <search>
      <form id={id} action={action} aria-label={label}>
        <details className="open-when-wide group">
          <summary className="flex min-h-12 list-none items-center justify-between rounded-md border-[1.5px] border-line-strong bg-raised px-4 font-semibold [&::-webkit-details-marker]:hidden">
            {summary}
            <svg viewBox="0 0 12 12" width="14" height="14" aria-hidden="true" className="group-open:rotate-180">
              <path d="M2 4l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.8" />
            </svg>
          </summary>
          {children}
          <div className="sticky bottom-0 border-line border-t bg-paper py-3">{submit}</div>
        </details>
      </form>
    </search>
  );
}

type Options = {
  name: string;
  legend: string;
  hint?: string;
  options: (readonly [code: string, label: string])[];
  chosen: string[];
  counts: Record<string, number>;
  className?: string;
};

/** Values of one filter, each with how many it would find. */
export function FilterOptions({ name, legend, hint, options, chosen, counts, className = "" }: Options) {
  return (
    <FieldGroup legend={legend} {...(hint ? { hint } : {})}>
      <div className={className}>
        {options.map(([code, label]) => (
          <CheckOption key={code} name={name} value={code} label={label} checked={chosen.includes(code)} count={counts[code] ?? 0} />
        ))}
      </div>
    </FieldGroup>
  );
}
