import type { ReactNode } from "react";

const looks = { warn: "border-warn bg-warn-soft", good: "border-good bg-good-soft" } as const;

export function Notice({ tone = "warn", children }: { tone?: keyof typeof looks; children: ReactNode }) {
  return <div className={`rounded-e-md border-s-4 px-4 py-3 text-sm ${looks[tone]}`}>{children}</div>;
}
