/** A circle of a picture, and what is to be written beside it. */
export type Named = { x: number; y: number; radius: number; name: string };

/**
 * Where a name stands: `x` and `y` are the middle of its box. Its box is as wide as the name may be; to the right (1) or left (-1) of its
 * circle it begins at the side of the box that is nearer to it.
 */
export type Label = { name: string; x: number; y: number; width: number; height: number; side: -1 | 0 | 1 };

type Box = Pick<Label, "x" | "y" | "width" | "height">;

/** Of a letter's height: wider than names usually are, since a name that is cut is worse than one that is left out. */
const letterWidth = 0.58;
const gap = 2;
const roundness = 1 - Math.SQRT1_2;

/**
 * Names for circles, the first ones first: below, above, right or left of each or between these, where nothing is touched, neither a circle nor
 * a name that stands already, nor the edge. A name without room is left out; the list beside the picture has them all.
 */
export function placeNames(circles: Named[], picture: { width: number; height: number }, size: number, most: number): Label[] {
  const labels: Label[] = [];
  for (const { x, y, radius, name } of circles) {
    if (labels.length === most) break;
    const [width, height] = [name.length * size * letterWidth, size * 1.2];
    const [aside, away] = [radius + gap + width / 2, radius + gap + height / 2];
    // Between two sides it may stand as much nearer as a circle is round.
    const [across, up] = [aside - radius * roundness, away - radius * roundness];
    const found = [
      [0, away],
      [0, -away],
      [aside, 0],
      [-aside, 0],
      [across, up],
      [-across, up],
      [across, -up],
      [-across, -up],
    ]
      .map(([right = 0, down = 0]) => ({ name, x: x + right, y: y + down, width, height, side: sideOf(right) }))
      .find(
        (label) =>
          isWithin(label, picture) && !circles.some((circle) => touches(label, circle)) && !labels.some((other) => overlap(label, other)),
      );
    if (found && name !== "") labels.push(found);
  }
  return labels;
}

const sideOf = (right: number): Label["side"] => (right === 0 ? 0 : right > 0 ? 1 : -1);

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

/** Where the name itself begins, ends or has its middle. */
export function anchorOf({ x, width, side }: Label): { x: number; anchor: "start" | "middle" | "end" } {
  return { x: x - (side * width) / 2, anchor: side === 0 ? "middle" : side === 1 ? "start" : "end" };
}
