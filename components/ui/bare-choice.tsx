"use client";

import type { ReactNode } from "react";
import { useField } from "./action-form";

/** A select whose label stands elsewhere, in a row of many; keeps what was sent (react#32362) and tells when it is what is wrong. */
export function BareChoice({ name, defaultValue, children }: { name: string; defaultValue: string; children: ReactNode }) {
  const { problem, values } = useField(name);
  const value = values?.[0] ?? defaultValue;
  return (
    <select
      key={value}
      id={name}
      name={name}
      defaultValue={value}
      aria-invalid={problem !== undefined}
      className="min-h-11 w-full rounded-md border-[1.5px] border-line-strong bg-raised px-3 py-1.5 pe-8 aria-invalid:border-bad"
    >
      {children}
    </select>
  );
}
