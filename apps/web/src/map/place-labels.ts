// Which side of its disc a site's name stands on: the first that covers no other name, disc or chip.
import { chipHeight, type Disc, discRadius, type Placed } from './place-marks.ts';

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

interface Rect {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Name positions by site id; a name that finds no room is left out (its disc still says it to a reader). */
export function placeLabels(placed: readonly Placed[], forced: ReadonlySet<string>): ReadonlyMap<string, Label> {
  const taken: Rect[] = placed.map(rectOf);
  const labels = new Map<string, Label>();
  const discs = placed.filter((mark): mark is Disc => mark.kind === 'disc');
  const order = [...discs].sort((a, b) => Number(forced.has(b.site.id)) - Number(forced.has(a.site.id)));
  for (const disc of order) {
    const width = disc.site.name.length * 6.6;
    const sides = labelSides(disc, width);
    const free = sides.find(({ rect }) => taken.every((other) => !covers(rect, other)));
    const side = free ?? (forced.has(disc.site.id) ? sides[0] : undefined);
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
    return { label: { x, y, anchor }, rect: { left, right: left + width, top: y - 11, bottom: y + 4 } };
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

function rectOf(mark: Placed): Rect {
  const [halfWidth, halfHeight] =
    mark.kind === 'disc' ? [discRadius + 3, discRadius + 3] : [mark.width / 2 + 2, chipHeight / 2 + 2];
  return { left: mark.x - halfWidth, right: mark.x + halfWidth, top: mark.y - halfHeight, bottom: mark.y + halfHeight };
}

function covers(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
