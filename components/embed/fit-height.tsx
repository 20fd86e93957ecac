"use client";

import { useEffect } from "react";

/**
 * Tells the page around how high this one is, whenever that changes. It says that it is there, and the height to whom /embed.js answers:
 * the referrer would name this site itself after the first search, and on many sites nobody.
 */
export function FitHeight() {
  useEffect(() => {
    if (window.parent === window) return;
    let around: string | undefined;
    const tell = () => {
      if (around) window.parent.postMessage({ cairn: "height", height: document.documentElement.offsetHeight }, around);
    };
    const hear = (event: MessageEvent) => {
      // A page without an origin, such as a file, cannot be written to alone.
      if (event.source !== window.parent || event.origin === "null" || event.data?.cairn !== "fit") return;
      around = event.origin;
      tell();
    };
    window.addEventListener("message", hear);
    const watching = new ResizeObserver(tell);
    watching.observe(document.documentElement);
    window.parent.postMessage({ cairn: "here" }, "*");
    return () => {
      watching.disconnect();
      window.removeEventListener("message", hear);
    };
  }, []);

  return null;
}
