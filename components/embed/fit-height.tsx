"use client";

import { useEffect } from "react";

/** Tells the page around how high this one is, whenever that changes; /embed.js there listens. It is told to that page alone. */
export function FitHeight() {
  useEffect(() => {
    if (window.parent === window || !document.referrer) return;
    const around = new URL(document.referrer).origin;
    const tell = () => window.parent.postMessage({ cairn: "height", height: document.documentElement.offsetHeight }, around);
    const watching = new ResizeObserver(tell);
    watching.observe(document.documentElement);
    return () => watching.disconnect();
  }, []);

  return null;
}
