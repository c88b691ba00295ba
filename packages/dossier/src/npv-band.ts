// The net present value on one axis: a box from P10 to P90, the line of P50, and how far everything at once could go.
import type { Band, Percentiles } from '@crg/api-contract/match';
import { euros } from '@crg/story/format';
import { ink, type Sheet } from './sheet.ts';

/** 40 points high. */
export function drawNpvBand(
  sheet: Sheet,
  { low, high, p10, p50, p90 }: Band & Percentiles,
  { x, y, width }: { x: number; y: number; width: number },
): void {
  const from = Math.min(0, low, p10);
  const to = Math.max(0, high, p90);
  const room = (to - from) * 0.08 || 1;
  const at = (value: number) => x + ((value - from + room) / (to - from + 2 * room)) * width;
  const said = `Net present value: P10 ${euros(p10)}, P50 ${euros(p50)}, P90 ${euros(p90)}; at worst ${euros(low)}, at best ${euros(high)}`;
  sheet.figure(said, (shapes) => {
    shapes
      .moveTo(at(low), y + 17)
      .lineTo(at(high), y + 17)
      .lineWidth(0.8)
      .stroke(ink.quiet);
    shapes.rect(at(p10), y + 10, Math.max(1, at(p90) - at(p10)), 14).fill('#c3cad1');
    shapes
      .moveTo(at(p50), y + 7)
      .lineTo(at(p50), y + 27)
      .lineWidth(1.8)
      .stroke(ink.strong);
    shapes
      .moveTo(at(0), y + 3)
      .lineTo(at(0), y + 31)
      .lineWidth(0.6)
      .dash(2, { space: 2 })
      .stroke(ink.quiet)
      .undash();
  });
  const word = (value: number, text: string) =>
    sheet.text(
      text,
      { x: at(value) - 40, y: y + 31, width: 80 },
      { size: 7, colour: ink.quiet, lines: 1, align: 'center' },
    );
  word(0, '0');
  word(low, euros(low));
  word(high, euros(high));
}
