"use client";

import type { ComponentProps } from "react";
import { useField } from "./action-form";

const box = "min-h-11 w-full rounded-md border-[1.5px] border-line-strong bg-raised px-3 py-1.5";

/** A field whose label stands elsewhere, in a row of many; keeps what was typed when the form comes back. */
export function BareText({
  name,
  defaultValue,
  rows,
  ...input
}: Omit<ComponentProps<"input">, "name"> & { name: string; rows?: number | undefined }) {
  const { values } = useField(name);
  const value = values?.[0] ?? String(defaultValue ?? "");
  if (rows !== undefined)
    return <textarea id={name} name={name} rows={rows} defaultValue={value} aria-describedby={input["aria-describedby"]} className={box} />;
  return <input {...input} id={name} name={name} defaultValue={value} autoComplete="off" className={box} />;
}
