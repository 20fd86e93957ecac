import type { ReactNode } from "react";
import { Button } from "./button";

type Props = {
  label: string;
  placeholder: string;
  submit: string;
  defaultValue: string;
  maxLength: number;
  form?: string;
  /** What comes up under the field while one writes. */
  children?: ReactNode;
};

/** The one field of a search with its button. With `form` they belong to a form elsewhere on the page. */
export function QuestionBox({ label, placeholder, submit, defaultValue, maxLength, form, children }: Props) {
  const belongs = form ? { form } : {};

  return (
    <div className="relative max-w-3xl">
      <label htmlFor="q" className="mb-1.5 block font-semibold">
        {label}
      </label>
      <div className="flex gap-2 rounded-lg border-2 border-ink bg-raised p-1.5 shadow-soft focus-within:outline-3 focus-within:outline-accent focus-within:outline-offset-2 max-sm:flex-col">
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={defaultValue}
          placeholder={placeholder}
          autoComplete="off"
          enterKeyHint="search"
          maxLength={maxLength}
          className="min-h-12 min-w-0 flex-1 bg-transparent px-3 text-lg focus:outline-none"
          {...belongs}
        />
        <Button type="submit" className="px-7" {...belongs}>
          {submit}
        </Button>
      </div>
      {children}
    </div>
  );
}
