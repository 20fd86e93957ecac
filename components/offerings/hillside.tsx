import { pebble, sheen } from "./pebble";

const stones = [
  { level: 3, x: 700, bottom: 398, width: 46, height: 21 },
  { level: 4, x: 858, bottom: 378, width: 66, height: 26 },
  { level: 5, x: 1006, bottom: 341, width: 56, height: 24 },
  { level: 4, x: 1128, bottom: 306, width: 42, height: 19 },
  { level: 7, x: 1290, bottom: 190, width: 148, height: 41 },
  { level: 6, x: 1299, bottom: 151, width: 110, height: 34 },
  { level: 5, x: 1290, bottom: 119, width: 76, height: 27 },
  { level: 4, x: 1297, bottom: 94, width: 44, height: 19 },
];

/** A path of stones up a hill to a cairn: what the register is about, drawn as wide as the window. Decorative. */
export function Hillside({ className = "" }: { className?: string }) {
  return (
    <svg viewBox="0 0 1440 420" preserveAspectRatio="xMaxYMax slice" aria-hidden="true" className={className}>
      <path d="M0 352C330 346 620 330 850 258S1200 140 1440 128V420H0z" fill="var(--hill-1)" />
      <path d="M0 384C320 380 600 372 830 304S1180 172 1440 164V420H0z" fill="var(--hill-2)" />
      <path d="M0 408C380 404 700 400 930 352S1250 270 1440 268V420H0z" fill="var(--hill-3)" />
      {stones.map(({ level, x, bottom, width, height }, seed) => (
        <g key={`${x} ${bottom}`}>
          <path d={pebble(x, bottom, { width, height }, seed)} fill={`var(--e${level})`} stroke="var(--stone-edge)" />
          <path d={sheen(x, bottom, { width, height })} stroke="var(--stone-light)" strokeWidth="3" fill="none" strokeLinecap="round" />
        </g>
      ))}
    </svg>
  );
}
