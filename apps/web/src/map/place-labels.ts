// Which side of its disc a site's name stands on: the first that covers no other name, disc or chip.
import { type Disc, discRadius, overlap, type Placed, type Rect, rectOf } from './place-marks.ts';
import { shortName } from './short-name.ts';

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  /** What the name covers. */
  readonly rect: Rect;
}

/** Name positions by site id; a name that finds no room is left out (its disc still says it to a reader). */
export function placeLabels(
  placed: readonly Placed[],
  forced: ReadonlySet<string>,
  free: Rect,
  obstacles: readonly Rect[],
): ReadonlyMap<string, Label> {
  const taken: Rect[] = [...placed.map(rectOf), ...obstacles];
  const labels = new Map<string, Label>();
  const discs = placed.filter((mark): mark is Disc => mark.kind === 'disc');
  const order = [...discs].sort((a, b) => Number(forced.has(b.site.id)) - Number(forced.has(a.site.id)));
  for (const disc of order) {
    const width = shortName(disc.site.name).length * 6.7;
    const sides = labelSides(disc, width);
    const inside = sides.filter(
      ({ rect }) => rect.left > free.left - 22 && rect.right < free.right + 22 && rect.top > free.top - 20,
    );
    const clear = inside.find(({ rect }) => taken.every((other) => !overlap(rect, other)));
    const side = clear ?? (forced.has(disc.site.id) ? (inside[0] ?? sides[0]) : undefined);
    if (!side) continue;
    taken.push(side.rect);
    labels.set(disc.site.id, side.label);
  }
  return labels;
}

function labelSides(disc: Disc, width: number): { label: Label; rect: Rect }[] {
  const out = discRadius + 7;
  const at = (x: number, y: number, anchor: Label['anchor']) => {
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    const rect = { left, right: left + width, top: y - 11, bottom: y + 4 };
    return { label: { x, y, anchor, rect }, rect };
  };
  return [
    at(disc.x + out, disc.y + 4, 'start'),
    at(disc.x, disc.y + out + 11, 'middle'),
    at(disc.x - out, disc.y + 4, 'end'),
    at(disc.x, disc.y - out - 3, 'middle'),
    at(disc.x + out - 6, disc.y - 12, 'start'),
    at(disc.x + out - 6, disc.y + 20, 'start'),
    at(disc.x - out + 6, disc.y - 12, 'end'),
    at(disc.x - out + 6, disc.y + 20, 'end'),
  ];
}
