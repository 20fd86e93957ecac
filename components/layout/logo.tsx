/** The mark: four stones, the palest on top. Decorative, since the name stands beside it. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" width="34" height="34" aria-hidden="true" className="shrink-0" stroke="var(--stone-edge)" strokeWidth="0.4">
      <path fill="var(--e8)" d="M2.6 26.6c0-3.4 6-5.2 13-5.4 7.6-.2 14 2 14 5.2 0 2.8-5.6 3.9-13.4 4-7.4.1-13.6-.8-13.6-3.8z" />
      <path fill="var(--e7)" d="M6 18c.2-2.7 4.6-4.2 9.6-4.2s9.2 1.4 9.3 3.9c.1 2.4-3.9 3.4-9.4 3.4-5.4 0-9.7-.8-9.500-3.100z" />
      <path fill="var(--e6)" d="M9.8 10.8c.1-2.200 3-3.500 6.700-3.500s6.500 1.300 6.500 3.3c0 2-2.600 2.9-6.5 3-4 .1-6.8-.8-6.7-2.800z" />
      <path
        fill="var(--e5)"
        d="M12.2 4.6c0-1.700 1.700-2.700 3.700-2.700s3.600 1 3.600 2.6c0 1.600-1.500 2.4-3.7 2.400-2.100 0-3.6-.7-3.6-2.300z"
      />
    </svg>
  );
}
