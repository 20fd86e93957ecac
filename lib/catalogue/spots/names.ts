/** A circle of a picture, and what is to be written beside it. */
export type Named = { x: number; y: number; radius: number; name: string };

/** Where a name stands: `x` and `y` are the middle of its box. */
export type Label = { name: string; x: number; y: number; width: number; height: number };

type Box = Pick<Label, "x" | "y" | "width" | "height">;

/** Of a letter's height: wider than names usually are, since a name that is cut is worse than one that is left out. */
const letterWidth = 0.62;
const gap = 2;

/**
 * Names for circles, the first ones first: below, above, right or left of each, where nothing is touched, neither a circle nor a name that
 * stands already, nor the edge. A name without room is left out; the list beside the picture has them all.
 */
export function placeNames(circles: Named[], picture: { width: number; height: number }, size: number, most: number): Label[] {
  const labels: Label[] = [];
  for (const { x, y, radius, name } of circles) {
    if (labels.length === most) break;
    const [width, height] = [name.length * size * letterWidth, size * 1.2];
    const [aside, away] = [radius + gap + width / 2, radius + gap + height / 2];
    const places = [
      { x, y: y + away },
      { x, y: y - away },
      { x: x + aside, y },
      { x: x - aside, y },
    ];
    const found = places
      .map((place) => ({ name, ...place, width, height }))
      .find(
        (label) =>
          isWithin(label, picture) && !circles.some((circle) => touches(label, circle)) && !labels.some((other) => overlap(label, other)),
      );
    if (found && name !== "") labels.push(found);
  }
  return labels;
}

function isWithin({ x, y, width, height }: Box, picture: { width: number; height: number }): boolean {
  return x >= width / 2 && y >= height / 2 && x + width / 2 <= picture.width && y + height / 2 <= picture.height;
}

/** Whether a box comes nearer to the middle of a circle than its edge. */
export function touches(box: Box, { x, y, radius }: Omit<Named, "name">): boolean {
  const [sideways, upright] = [Math.max(0, Math.abs(x - box.x) - box.width / 2), Math.max(0, Math.abs(y - box.y) - box.height / 2)];
  return Math.hypot(sideways, upright) < radius;
}

export function overlap(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;
}
