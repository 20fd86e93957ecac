"use client";

import { useEffect, useRef } from "react";

type Props = { field: string; name: string; source: string };

/**
 * The place where suggestions come up under a field of the page. What makes them comes with the first visit to the field, so that it weighs on
 * nobody else; without it the form just searches.
 */
export function Suggestions({ field, name, source }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const said = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    const input = document.getElementById(field);
    if (!(input instanceof HTMLInputElement)) return;
    let [end, isOver] = [() => {}, false];
    const begin = async () => {
      const { suggest } = await import("./suggest-while-typing");
      if (!isOver && list.current && said.current) end = suggest(input, list.current, said.current, source);
    };
    if (document.activeElement === input) void begin();
    else input.addEventListener("focus", begin, { once: true });
    return () => {
      isOver = true;
      input.removeEventListener("focus", begin);
      end();
    };
  }, [field, source]);

  return (
    <>
      <div
        ref={list}
        id={`${field}-suggestions`}
        role="listbox"
        aria-label={name}
        hidden
        className="absolute inset-x-0 top-full z-20 mt-2 overflow-hidden rounded-lg border border-line-strong bg-raised py-2 shadow-soft"
      />
      <p ref={said} aria-live="polite" className="sr-only" />
    </>
  );
}
