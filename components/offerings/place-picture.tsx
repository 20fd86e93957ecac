import { anchorOf, type Label, placeNames } from "@/lib/catalogue/spots/names";
import { apart, boundsOf, type Cluster, cluster, type Placed, type Projection, project } from "@/lib/catalogue/spots/picture";
import type { Outlines } from "@/lib/places/outlines";

type Shown = Placed & { name: string };

type Props<Of extends Shown> = {
  places: [Of, ...Of[]];
  outlines: Outlines | undefined;
  /** Where a circle leads and what stands in it; without, circles are marks alone. */
  circle?: (members: Cluster<Of>["members"]) => { href: string; title: string; count: string };
  className: string;
  /** Of names and counts; names have room as in the first, the wider one. */
  textClassName: string;
};

const width = 400;
const letters = 16;
const named = 12;

/** Places on the outline of the country. Hidden from who listens: whoever draws it says the same in words beside it. */
export function PlacePicture<Of extends Shown>({ places, outlines, circle, className, textClassName }: Props<Of>) {
  const projection = project(outlines?.bounds ?? boundsOf(places), width);
  const clusters = cluster(places, projection);
  const circles = clusters.map(({ members: [{ name }], ...one }) => ({ ...one, name }));
  const labels = placeNames(circles, projection, letters, named);

  return (
    <svg
      viewBox={`0 0 ${width} ${Math.round(projection.height)}`}
      aria-hidden="true"
      className={`block w-full rounded bg-sunk ${className}`}
    >
      {outlines && <Land outlines={outlines} projection={projection} />}
      {clusters.map((one) => (
        <Circle key={`${one.x} ${one.y}`} one={one} textClassName={textClassName} {...(circle && { circle: circle(one.members) })} />
      ))}
      {labels.map((label) => (
        <Name key={`${label.x} ${label.y}`} label={label} className={textClassName} />
      ))}
    </svg>
  );
}

function Name({ label, className }: { label: Label; className: string }) {
  const { x, anchor } = anchorOf(label);
  return (
    <text
      x={Math.round(x)}
      y={Math.round(label.y)}
      textAnchor={anchor}
      dominantBaseline="central"
      className={`pointer-events-none ${className}`}
      fill="var(--ink)"
      stroke="var(--paper)"
      strokeWidth="3"
      paintOrder="stroke"
    >
      {label.name}
    </text>
  );
}

/** Around each circle there is as much to press as lies between two, so that a thumb finds it where the picture is small. */
function Circle({
  one,
  circle,
  textClassName,
}: {
  one: Cluster;
  circle?: ReturnType<NonNullable<Props<Shown>["circle"]>>;
  textClassName: string;
}) {
  const { x, y, radius } = one;
  const mark = (
    <circle cx={Math.round(x)} cy={Math.round(y)} r={Math.round(radius)} fill="var(--accent)" stroke="var(--paper)" strokeWidth="1.5" />
  );
  if (!circle) return mark;
  return (
    <a href={circle.href} tabIndex={-1} className="no-underline">
      <title>{circle.title}</title>
      <circle cx={Math.round(x)} cy={Math.round(y)} r={apart / 2} fill="transparent" />
      {mark}
      <text
        x={Math.round(x)}
        y={Math.round(y)}
        textAnchor="middle"
        dominantBaseline="central"
        className={textClassName}
        fill="var(--accent-ink)"
      >
        {circle.count}
      </text>
    </a>
  );
}

function Land({ outlines: { own, neighbours }, projection }: { outlines: Outlines; projection: Projection }) {
  return (
    <>
      <path
        d={neighbours
          .flat()
          .map((ring) => lineOf(ring, projection))
          .join("")}
        fill="var(--paper)"
        stroke="var(--line)"
        opacity="0.6"
      />
      <path d={own.map((ring) => lineOf(ring, projection)).join("")} fill="var(--paper)" stroke="var(--ink-2)" />
    </>
  );
}

/** Points nearer than this to the last one are not seen, and weigh on every page. */
const step = 2;

function lineOf(ring: [number, number][], { place }: Projection): string {
  let line = "";
  let last = { x: Number.POSITIVE_INFINITY, y: 0 };
  for (const [longitude, latitude] of ring) {
    const { x, y } = place({ latitude, longitude });
    if (Math.hypot(x - last.x, y - last.y) < step) continue;
    line += `${line === "" ? "M" : "L"}${Math.round(x)} ${Math.round(y)}`;
    last = { x, y };
  }
  return `${line}Z`;
}
