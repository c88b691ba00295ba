// Low, mid and high of the net present value on one axis, with zero where it can be negative.
import type { Band } from '@crg/api-contract/match';
import { euros } from '@crg/story/format';
import { ink, type Sheet } from './sheet.ts';

/** 52 points high. */
export function drawNpvBand(sheet: Sheet, band: Band, { x, y, width }: { x: number; y: number; width: number }): void {
  const from = Math.min(0, band.low);
  const to = Math.max(0, band.high);
  const room = (to - from) * 0.08 || 1;
  const at = (value: number) => x + ((value - from + room) / (to - from + 2 * room)) * width;
  const said = `Net present value: low ${euros(band.low)}, mid ${euros(band.mid)}, high ${euros(band.high)}`;
  sheet.figure(said, (shapes) => {
    shapes.rect(at(band.low), y + 16, Math.max(1, at(band.high) - at(band.low)), 14).fill('#cfd4d9');
    shapes.rect(at(band.low), y + 16, Math.max(1, at(band.mid) - at(band.low)), 14).fill('#9aa4ae');
    shapes
      .moveTo(at(band.mid), y + 12)
      .lineTo(at(band.mid), y + 34)
      .lineWidth(1.6)
      .stroke(ink.strong);
    shapes
      .moveTo(at(0), y + 8)
      .lineTo(at(0), y + 38)
      .lineWidth(0.6)
      .dash(2, { space: 2 })
      .stroke(ink.quiet)
      .undash();
  });
  sheet.text(said, { x, y: y + 40, width }, { size: 8.2, colour: ink.strong, lines: 1 });
  sheet.text('0', { x: at(0) - 2, y: y - 3, width: 30 }, { size: 7, colour: ink.quiet, lines: 1 });
}
