"use client";

import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { Bounds } from "@/lib/catalogue/spots/picture";
import type { Tiles } from "@/lib/places/tiles";
import type { MapWords } from "./draw-map";

type Props = { list: string; land: Bounds; tiles: Tiles | undefined; words: MapWords; children: ReactNode };

const never = () => () => {};

/** The picture, until the reader asks for a map that moves: its library weighs more than all else of the page, and comes only then. */
export function LiveMap({ list, land, tiles, words, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<"picture" | "loading" | "map" | "failed">("picture");
  const end = useRef(() => {});
  // A button that no script answers to is none.
  const isScripted = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  useEffect(() => () => end.current(), []);
  // The button is gone: who pressed it by key goes on in the map.
  useEffect(() => {
    if (state === "map") box.current?.querySelector("canvas")?.focus();
  }, [state]);

  const open = async () => {
    setState("loading");
    try {
      const { drawMap } = await import("./draw-map");
      if (!box.current) return;
      end.current = await drawMap(box.current, { places: document.getElementById(list), land, tiles, words });
      setState("map");
    } catch {
      // No connection, or a browser that draws no maps (WebGL): the picture stays.
      setState("failed");
    }
  };

  return (
    <div className="relative mt-3 max-w-[40rem]">
      <div hidden={state === "map"}>{children}</div>
      {/* While it begins it must have its size already. */}
      <div ref={box} className={state === "map" ? "relative" : "invisible absolute inset-x-0 top-0"} inert={state !== "map"} />
      {isScripted && state !== "map" && (
        <button
          type="button"
          data-scripted
          onClick={open}
          disabled={state === "loading"}
          className="mt-2 inline-flex min-h-11 cursor-pointer items-center rounded-md border-2 border-accent px-4 font-semibold text-accent hover:bg-accent-soft"
        >
          {state === "loading" ? words.loading : words.open}
        </button>
      )}
      <p role="status" className={state === "failed" ? "mt-2 text-sm" : "sr-only"}>
        {state === "failed" ? words.failed : state === "map" ? words.keys : ""}
      </p>
    </div>
  );
}
