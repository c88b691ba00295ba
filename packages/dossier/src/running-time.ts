// Hours of the week and months in which both sides run, as two strips.
import { dayNames, monthNames } from '@crg/story/format';
import { ink, type Sheet } from './sheet.ts';

const rowHeight = 7;

/** 90 points high. */
export function drawRunningTime(
  sheet: Sheet,
  { hours, months }: { hours: string; months: string },
  { x, y, width }: { x: number; y: number; width: number },
): void {
  const cell = (width * 0.6 - 34) / 24;
  const running = [...hours].filter((mark) => mark === '1').length;
  sheet.figure(`Hours of the week in which both run: ${running} of 168`, (shapes) => {
    for (const [hour, mark] of [...hours].entries()) {
      shapes
        .rect(x + 34 + (hour % 24) * cell, y + Math.floor(hour / 24) * (rowHeight + 1.5), cell - 1, rowHeight)
        .fill(mark === '1' ? '#5b6672' : '#e4e1d9');
    }
  });
  for (const [day, name] of dayNames.entries()) {
    sheet.text(
      name.slice(0, 3),
      { x, y: y + day * (rowHeight + 1.5) - 0.5, width: 30 },
      { size: 6.6, colour: ink.quiet, lines: 1 },
    );
  }
  for (const hour of [0, 6, 12, 18]) {
    sheet.text(
      `${hour}:00`,
      { x: x + 34 + hour * cell, y: y + 62, width: 30 },
      { size: 6.4, colour: ink.quiet, lines: 1 },
    );
  }
  const start = x + width * 0.64;
  const step = (width * 0.36) / 12;
  sheet.figure(
    `Months in which both run: ${monthNames.filter((_, month) => months[month] === '1').join(', ')}`,
    (shapes) => {
      for (const [month, mark] of [...months].entries()) {
        shapes.rect(start + month * step, y, step - 1.5, 24).fill(mark === '1' ? '#5b6672' : '#e4e1d9');
      }
    },
  );
  for (const [month, name] of monthNames.entries()) {
    sheet.text(
      name.slice(0, 1),
      { x: start + month * step + step / 2 - 4, y: y + 27, width: 12 },
      { size: 6.6, colour: ink.quiet, lines: 1 },
    );
  }
  sheet.text(
    'dark: both sides run',
    { x: start, y: y + 40, width: width * 0.36 },
    { size: 6.6, colour: ink.quiet, lines: 1 },
  );
}
