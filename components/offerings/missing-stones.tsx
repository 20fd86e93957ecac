import { pebble } from "./pebble";

/** Where stones would lie: for a list in which there is nothing. Decorative. */
export function MissingStones() {
  return (
    <svg viewBox="0 0 240 60" width="240" height="60" aria-hidden="true" className="mb-4 max-w-full">
      <path d="M4 50.5h232" stroke="var(--line-strong)" />
      {[54, 122, 186].map((x, position) => (
        <path
          key={x}
          d={pebble(x, 50, { width: 60 - position * 12, height: 26 - position * 4 }, position)}
          fill="none"
          stroke="var(--line-strong)"
          strokeWidth="1.5"
          strokeDasharray="5 5"
        />
      ))}
    </svg>
  );
}
