import type { ReactNode } from "react";

export function Notice({ children }: { children: ReactNode }) {
  return <div className="rounded-e-md border-warn border-s-4 bg-warn-soft px-4 py-3 text-sm">{children}</div>;
}
