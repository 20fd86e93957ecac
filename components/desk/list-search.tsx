import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { InputField } from "@/components/ui/field";

/** What a list of the desk is searched by: words, and one choice beside them. A plain form, whose address is the whole state. */
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
  /** Further choices, in a row below. */
  more?: ReactNode;
  children: ReactNode;
}) {
  return (
    <search className="mt-7 block">
      <form action={here} className="grid gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto]">
        <InputField id="q" name="q" type="search" label={label} defaultValue={words} />
        {children}
        <Button type="submit" look="quiet" className="self-end">
          {show}
        </Button>
        {more && <div className="col-span-full grid gap-3 sm:grid-cols-2 lg:grid-cols-3">{more}</div>}
      </form>
    </search>
  );
}
