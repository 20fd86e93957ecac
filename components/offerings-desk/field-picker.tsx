"use client";

import { useState } from "react";
import { useField } from "@/components/ui/action-form";

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const shownAtOnce = 12;

/**
 * Fields of ISCED-F by search: typing narrows the list; without JavaScript a form of its own (`search`) asks the page for it. Every box is
 * there all the time, and those that are ticked are always shown.
 */
export function FieldPicker({
  options,
  chosen,
  words,
  query,
  search,
}: {
  options: { code: string; label: string }[];
  chosen: string[];
  words: { label: string; hint: string; search: string; go: string; none: string };
  query: string;
  search: string;
}) {
  const { problem } = useField("fields");
  const [wanted, setWanted] = useState(query);
  const parts = fold(wanted).split(/\s+/).filter(Boolean);
  const found = options.filter(({ code, label }) => parts.every((part) => code.startsWith(part) || fold(label).includes(part)));
  const shown = new Set(parts.length > 0 ? found.slice(0, shownAtOnce).map(({ code }) => code) : []);

  return (
    <fieldset id="fields" aria-describedby="fields-hint" className="min-w-0">
      <legend className="mb-1 font-semibold">{words.label}</legend>
      <p id="fields-hint" className="mb-1.5 max-w-[62ch] text-ink-2 text-sm">
        {words.hint}
      </p>
      {problem && <p className="font-semibold text-bad text-sm">{problem}</p>}
      <div className="mb-2 flex max-w-xl gap-2">
        <input
          form={search}
          name="field"
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          defaultValue={query}
          onInput={(event) => {
            event.stopPropagation();
            setWanted(event.currentTarget.value);
          }}
          className="min-h-11 w-full min-w-0 rounded-md border-[1.5px] border-line-strong bg-raised px-3 py-1.5"
        />
        <noscript>
          <button form={search} type="submit" className="min-h-11 rounded-md border-2 border-accent px-4 font-semibold text-accent">
            {words.go}
          </button>
        </noscript>
      </div>
      <p role="status" className="text-ink-2 text-sm">
        {parts.length > 0 && found.length === 0 ? words.none : ""}
      </p>
      {options.map(({ code, label }) => (
        <label
          key={code}
          className={`min-h-9 items-start gap-2.5 py-1 leading-snug has-checked:flex ${shown.has(code) ? "flex" : "hidden"}`}
        >
          <input
            type="checkbox"
            name="fields"
            value={code}
            defaultChecked={chosen.includes(code)}
            className="size-6 shrink-0 accent-accent"
          />
          <span>
            <span className="text-ink-2 tabular-nums">{code}</span> {label}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
