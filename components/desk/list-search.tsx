import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { InputField } from "@/components/ui/field";

/** What a list of the desk is searched by: words, and where there are any a choice or more beside them. A plain form, whose address is the whole state. */
export function ListSearch({
  here,
  label,
  words,
  show,
  more,
  children,
}: {
  here: string;
  label: string;
  words: string;
  show: string;
  /** Two further choices, in a row below. */
  more?: ReactNode;
  children?: ReactNode;
}) {
  const submit = (
    <Button type="submit" look="quiet" className="self-end">
      {show}
    </Button>
  );
  return (
    <search className="mt-7 block">
      <form action={here} className="grid gap-3">
        <div
          className={`grid gap-3 ${more ? "sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]" : children ? "sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto]" : "max-w-2xl sm:grid-cols-[minmax(0,1fr)_auto]"}`}
        >
          <InputField id="q" name="q" type="search" label={label} defaultValue={words} />
          {children}
          {!more && submit}
        </div>
        {more && (
          <div className="grid gap-3 sm:grid-cols-[repeat(2,minmax(0,1fr))_auto]">
            {more}
            {submit}
          </div>
        )}
      </form>
    </search>
  );
}
