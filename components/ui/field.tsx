import type { ComponentProps, ReactNode } from "react";

const box = "min-h-12 w-full rounded-md border-[1.5px] border-line-strong bg-raised px-3 py-1.5";

/** A labelled input; the label stands above it. */
export function InputField({ label, hint, id, ...input }: ComponentProps<"input"> & { label: string; hint?: string; id: string }) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-sm">
        {label}
      </label>
      <input {...input} id={id} className={box} {...(hint ? { "aria-describedby": `${id}-hint` } : {})} />
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-ink-2 text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}

export function SelectField({ label, id, children, ...select }: ComponentProps<"select"> & { label: string; id: string }) {
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-sm">
        {label}
      </label>
      <select {...select} id={id} className={`${box} text-ellipsis pe-8`}>
        {children}
      </select>
    </div>
  );
}

export function FieldGroup({ legend, hint, children }: { legend: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="border-line border-t py-4">
      <legend className="float-start mb-1 w-full font-bold">{legend}</legend>
      <div className="clear-both">
        {hint && <p className="mb-2 text-ink-2 text-sm">{hint}</p>}
        {children}
      </div>
    </fieldset>
  );
}
