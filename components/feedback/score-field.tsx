"use client";

import { useField } from "@/components/ui/action-form";

const values = ["1", "2", "3", "4", "5"];

/** One question with five answers side by side, large enough for a thumb. The ends say what they mean. */
export function ScoreField({ name, label, low, high }: { name: string; label: string; low: string; high: string }) {
  const { problem, values: sent } = useField(name);

  return (
    <fieldset
      id={name}
      aria-describedby={problem ? `${name}-problem` : undefined}
      className={`min-w-0 ${problem ? "border-bad border-s-4 ps-3" : ""}`}
    >
      <legend className="mb-1.5 font-semibold text-lg">{label}</legend>
      {problem && (
        <p id={`${name}-problem`} className="mb-1.5 font-semibold text-bad text-sm">
          {problem}
        </p>
      )}
      <div className="grid max-w-md grid-cols-5 gap-2">
        {values.map((value) => (
          <label
            key={value}
            className="flex min-h-14 cursor-pointer flex-col items-center justify-center gap-1 rounded-md border-[1.5px] border-line-strong bg-raised py-1.5 has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input type="radio" name={name} value={value} defaultChecked={sent?.[0] === value} className="size-6 accent-accent" />
            <span className="font-semibold tabular-nums">
              {value}
              {value === "1" && <span className="sr-only"> {low}</span>}
              {value === "5" && <span className="sr-only"> {high}</span>}
            </span>
          </label>
        ))}
      </div>
      <p aria-hidden="true" className="mt-1 flex max-w-md justify-between text-ink-2 text-sm">
        <span>{low}</span>
        <span>{high}</span>
      </p>
    </fieldset>
  );
}
