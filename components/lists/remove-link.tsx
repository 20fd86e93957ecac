"use client";

import type { ReactNode } from "react";
import { changeKept } from "./kept-store";

/** A link to the list without one of its offerings, which this browser forgets too. */
export function RemoveLink({ slug, href, children }: { slug: string; href: string; children: ReactNode }) {
  return (
    <a href={href} rel="nofollow" onClick={() => changeKept(slug, false)} className="inline-flex min-h-9 items-center py-1 text-sm">
      {children}
    </a>
  );
}
