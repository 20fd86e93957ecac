"use client";

import type { ComponentProps, ReactNode } from "react";
import { useField } from "./action-form";

const box = "min-h-11 w-full rounded-md border-[1.5px] border-line-strong bg-raised px-3 py-1.5 aria-invalid:border-bad";

type Own = { name: string; label: ReactNode; hint?: ReactNode };

/** Label above, hint below it, then what is wrong, then the field; all tied to it for screen readers. */
function Framed({ name, label, hint, problem, children }: Own & { problem: string | undefined; children: ReactNode }) {
  return (
    <div className={`min-w-0 ${problem ? "border-bad border-s-4 ps-3" : ""}`}>
      <label htmlFor={name} className="mb-1 block font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="mb-1.5 max-w-[62ch] text-ink-2 text-sm">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${name}-problem`} className="mb-1.5 font-semibold text-bad text-sm">
          {problem}
        </p>
      )}
      {children}
    </div>
  );
}

function described(name: string, hint: ReactNode, problem: string | undefined) {
  const ids = [hint ? `${name}-hint` : "", problem ? `${name}-problem` : ""].filter(Boolean).join(" ");
  return { "aria-invalid": problem !== undefined, ...(ids ? { "aria-describedby": ids } : {}) };
}

export function TextField({ name, label, hint, defaultValue, ...input }: Omit<ComponentProps<"input">, "name"> & Own) {
  const { problem, values } = useField(name);
  return (
    <Framed name={name} label={label} hint={hint} problem={problem}>
      <input
        {...input}
        id={name}
        name={name}
        defaultValue={values?.[0] ?? defaultValue}
        className={box}
        {...described(name, hint, problem)}
      />
    </Framed>
  );
}

export function AreaField({ name, label, hint, defaultValue, rows = 4, ...area }: Omit<ComponentProps<"textarea">, "name"> & Own) {
  const { problem, values } = useField(name);
  return (
    <Framed name={name} label={label} hint={hint} problem={problem}>
      <textarea
        {...area}
        id={name}
        name={name}
        rows={rows}
        defaultValue={values?.[0] ?? defaultValue}
        className={box}
        {...described(name, hint, problem)}
      />
    </Framed>
  );
}

/** React forgets what was chosen in a select after an action (react#32362): its key makes it anew with the value that was sent. */
export function ChoiceField({ name, label, hint, defaultValue, children, ...select }: Omit<ComponentProps<"select">, "name"> & Own) {
  const { problem, values } = useField(name);
  const value = values?.[0] ?? defaultValue;
  return (
    <Framed name={name} label={label} hint={hint} problem={problem}>
      <select
        {...select}
        key={String(value)}
        id={name}
        name={name}
        defaultValue={value}
        className={`${box} text-ellipsis pe-8`}
        {...described(name, hint, problem)}
      >
        {children}
      </select>
    </Framed>
  );
}

type Option = { value: string; label: ReactNode; hint?: ReactNode };

/** How wide a place each option has where they stand beside each other. */
const places = {
  narrow: "sm:grid sm:grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] sm:gap-x-4",
  wide: "sm:grid sm:grid-cols-2 sm:gap-x-6",
} as const;

/** One of several, or any of several (`many`), each with its own box; below each other, or beside where there is room. */
export function OptionsField({
  name,
  label,
  hint,
  options,
  chosen,
  many = false,
  beside,
}: Own & { options: readonly Option[]; chosen: readonly string[]; many?: boolean; beside?: keyof typeof places }) {
  const { problem, values } = useField(name);
  const current = values ?? chosen;
  return (
    <fieldset id={name} className={`min-w-0 ${problem ? "border-bad border-s-4 ps-3" : ""}`} {...described(name, hint, problem)}>
      <legend className="mb-1 font-semibold">{label}</legend>
      {hint && (
        <p id={`${name}-hint`} className="mb-1.5 max-w-[62ch] text-ink-2 text-sm">
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${name}-problem`} className="mb-1.5 font-semibold text-bad text-sm">
          {problem}
        </p>
      )}
      <div className={beside && places[beside]}>
        {options.map((option) => (
          <label key={option.value} className="flex min-h-9 items-start gap-2.5 py-1 leading-snug">
            <input
              type={many ? "checkbox" : "radio"}
              name={name}
              value={option.value}
              defaultChecked={current.includes(option.value)}
              className="size-6 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              {option.label}
              {option.hint && <span className="block text-ink-2 text-sm">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One box to tick. */
export function TickField({ name, label, hint, ticked = false }: Own & { ticked?: boolean }) {
  const { problem, values } = useField(name);
  return (
    <div className={`min-w-0 ${problem ? "border-bad border-s-4 ps-3" : ""}`}>
      {problem && (
        <p id={`${name}-problem`} className="mb-1 font-semibold text-bad text-sm">
          {problem}
        </p>
      )}
      <label className="flex min-h-9 items-start gap-2.5 py-1 leading-snug">
        <input
          id={name}
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={values ? values[0] === "yes" : ticked}
          className="size-6 shrink-0 accent-accent"
          {...described(name, hint, problem)}
        />
        <span className="min-w-0">
          {label}
          {hint && (
            <span id={`${name}-hint`} className="block text-ink-2 text-sm">
              {hint}
            </span>
          )}
        </span>
      </label>
    </div>
  );
}
