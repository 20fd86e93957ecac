/** A cairn that has come down: for pages on which the way is lost. Decorative. */
export function LostPath() {
  return (
    <svg viewBox="0 0 300 90" width="300" height="90" aria-hidden="true" className="max-w-full">
      <path d="M4 82.5h292" stroke="var(--line-strong)" />
      <path d="M28 70c0-12 22-18 50-18s52 6 52 18c0 9-24 12-52 12S28 79 28 70z" fill="var(--e7)" stroke="var(--stone-edge)" />
      <path d="M150 72c0-8 15-14 34-14s36 4 36 14c0 8-16 10-36 10s-34-3-34-10z" fill="var(--e5)" stroke="var(--stone-edge)" />
      <path d="M252 70c2-7 12-10 20-8s14 8 12 13-12 8-20 7-14-5-12-12z" fill="var(--e4)" stroke="var(--stone-edge)" />
      <path d="M46 51c0-10 14-14 33-14s32 5 32 14" fill="none" stroke="var(--line-strong)" strokeWidth="1.5" strokeDasharray="5 5" />
      <path d="M60 36c0-7 8-11 19-11s19 4 19 11" fill="none" stroke="var(--line-strong)" strokeWidth="1.5" strokeDasharray="5 5" />
    </svg>
  );
}
