"use client";

import { useField } from "@/components/ui/action-form";

/** Several lines of one field, with suggestions while one types, and empty ones for more. */
export function LineFields({
  name,
  label,
  line,
  hint,
  values,
  suggestions,
}: {
  name: string;
  label: string;
  /** What each line is called, with its number for {number}. */
  line: string;
  hint: string | undefined;
  values: string[];
  suggestions: { value: string; label?: string }[];
}) {
  const { problem, values: sent } = useField(name);
  const shown = sent ?? values;
  const lines = [...shown.filter(Boolean), "", ""];

  return (
    <fieldset id={name} className={`min-w-0 ${problem ? "border-bad border-s-4 ps-3" : ""}`}>
      <legend className="mb-1 font-semibold">{label}</legend>
      {hint && <p className="mb-1.5 max-w-[62ch] text-ink-2 text-sm">{hint}</p>}
      {problem && <p className="mb-1.5 font-semibold text-bad text-sm">{problem}</p>}
      <div className="grid gap-2">
        {lines.map((value, place) => (
          <input
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            key={place}
            name={name}
            aria-label={line.replace("{number}", String(place + 1))}
            aria-invalid={problem !== undefined}
            list={`${name}-list`}
            defaultValue={value}
            className="min-h-11 w-full rounded-md border-[1.5px] border-line-strong bg-raised px-3 py-1.5 aria-invalid:border-bad"
          />
        ))}
      </div>
      <datalist id={`${name}-list`}>
        {suggestions.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </datalist>
    </fieldset>
  );
}
