import type { CSSProperties, ReactNode } from "react";
import { inkOn } from "@/lib/colours/contrast";
import { country } from "@/lib/country/country";
import { readableAccent, type Theme } from "@/lib/embed/theme";

/** What stands on another site in its colours: its accent, made readable on our paper in both schemes. */
export function Themed({ theme: { accent, scheme }, children }: { theme: Theme; children: ReactNode }) {
  const light = accent ? readableAccent(accent, "light") : country.brand.accent;
  const dark = accent ? readableAccent(accent, "dark") : country.brand.accentDark;
  const style = { "--brand": light, "--brand-ink": inkOn(light), "--brand-dark": dark, "--brand-dark-ink": inkOn(dark) } as CSSProperties;

  return (
    <div data-scheme={scheme ?? "auto"} style={style} className="bg-paper text-ink">
      {children}
    </div>
  );
}
