"use client";

import type { ReactNode } from "react";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";

const never = () => () => undefined;

/** Opens the browser's print dialogue; not there until a script has come, since without one it does nothing. */
export function PrintButton({ children }: { children: ReactNode }) {
  const isThere = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!isThere) return null;
  return (
    <Button type="button" onClick={() => window.print()}>
      {children}
    </Button>
  );
}
