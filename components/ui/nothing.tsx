import type { ReactNode } from "react";

/** In place of a list that is empty: what that means, and what can be done about it. */
export function Nothing({ action, className = "mt-8", children }: { action?: ReactNode; className?: string; children: ReactNode }) {
  return (
    <div className={`max-w-[44rem] rounded-lg bg-sunk px-6 py-7 text-ink-2 ${className}`}>
      <p className="max-w-[62ch]">{children}</p>
      {action && <div className="mt-5 flex flex-wrap gap-3">{action}</div>}
    </div>
  );
}
