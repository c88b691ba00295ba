// Two pages for a board: who, what and when on the first; money, CO2, permits, risks and the next step on the second.
import { euros } from '@crg/story/format';
import type { VerdictMark } from '@crg/story/verdict-marks';
import type { Dossier, End, Row } from './dossier.ts';
import { drawNpvBand } from './npv-band.ts';
import { drawRunningTime } from './running-time.ts';
import { contentWidth, ink, measuring, openSheet, page, type Sheet, type TextStyle } from './sheet.ts';

const left = page.margin;
const right = page.width - page.margin;
const gutter = 20;
const half = (contentWidth - gutter) / 2;
const bottom = page.height - 58;

const small: TextStyle = { size: 8, colour: ink.quiet };
const body: TextStyle = { size: 8.8 };
const strong: TextStyle = { size: 8.8, bold: true, colour: ink.strong };

/** The dossier as a PDF (A4, tagged, fonts embedded), always two pages: what does not fit ends in how much is left out. */
export async function drawDossier(dossier: Dossier, { madeOn }: { madeOn: string }): Promise<Uint8Array> {
  const sheet = openSheet({ title: dossier.title, madeOn });
  firstPage(sheet, dossier);
  footer(sheet, dossier, 1);
  sheet.nextPage();
  secondPage(sheet, dossier);
  footer(sheet, dossier, 2);
  return sheet.end();
}

function firstPage(sheet: Sheet, dossier: Dossier): void {
  let y: number = page.margin;
  y += sheet.text(`Match dossier · ${dossier.city}`, { x: left, y, width: contentWidth }, small) + 4;
  y +=
    sheet.text(
      dossier.title,
      { x: left, y, width: contentWidth },
      { size: 19, bold: true, colour: ink.strong, lines: 3 },
      'H1',
    ) + 5;
  y += sheet.text(dossier.standing, { x: left, y, width: contentWidth }, body) + 12;
  y = figures(sheet, dossier, y) + 16;
  y = heading(sheet, 'Who and what', y);
  const [supplier, receiver] = dossier.ends;
  y = Math.max(end(sheet, supplier, left, y), end(sheet, receiver, left + half + gutter, y)) + 14;
  y = heading(sheet, 'Why it fits', y);
  y = rowsThatFit(dossier.verdicts, y, bottom - 172, sheet, verdict) + 12;
  y = heading(sheet, 'When', y);
  for (const line of dossier.when)
    y += sheet.text(line, { x: left, y, width: contentWidth }, { ...body, lines: 2 }) + 3;
  drawRunningTime(sheet, dossier, { x: left, y: y + 5, width: contentWidth });
}

function secondPage(sheet: Sheet, dossier: Dossier): void {
  const unseen = measuring(sheet);
  let y = heading(sheet, 'Money', page.margin - 8);
  drawNpvBand(sheet, dossier.npv, { x: left, y: y - 6, width: contentWidth });
  y += 38;
  y += sheet.text(dossier.certainty, { x: left, y, width: contentWidth }, { ...body, size: 8.2, lines: 3 }) + 6;
  y = byParty(sheet, dossier, y) + 6;
  // Risks, steps and sums are what a board reads: they are whole, and the other rows share what is left above them.
  const { parts, sums } = dossier.money;
  const { built, co2, permit } = dossier;
  const whole = twoLists(unseen, dossier, 0) + heightOf(unseen, sums, calculation) + (built.length > 0 ? builtHead : 0);
  const room = bottom - factorsRoom - headingsRoom - whole - y;
  // What can stop the exchange goes before what its money is made of.
  const forPermits = Math.min(heightOf(unseen, permit.rulings, ruling), room / 2);
  const [forParts, forBuilt, forCo2] = shares(room - forPermits, [
    heightOf(unseen, parts, calculation),
    heightOf(unseen, built, calculation),
    heightOf(unseen, co2, calculation),
  ]);
  y = rowsThatFit(parts, y, y + forParts, sheet, calculation);
  for (const row of sums) y = calculation(sheet, row, y);
  if (built.length > 0) {
    y += sheet.text('Built once', { x: left, y: y + 3, width: contentWidth }, { ...small, lines: 1 }) + 5;
    y = rowsThatFit(built, y, y + forBuilt, sheet, calculation);
  }
  y += 8;
  y = heading(sheet, 'CO₂ per year', y);
  y = rowsThatFit(co2, y, y + forCo2, sheet, calculation) + 8;
  y = heading(sheet, 'Permits', y);
  y += sheet.text(permit.text, { x: left, y, width: contentWidth }, { ...strong, lines: 2 }) + 3;
  y = rowsThatFit(permit.rulings, y, y + forPermits, sheet, ruling) + 10;
  y = twoLists(sheet, dossier, y) + 8;
  y = heading(sheet, 'Factors from outside', y);
  rowsThatFit(dossier.factors, y, bottom, sheet, factor);
}

/** Heading of the factors and two of them. */
const factorsRoom = 52;
/** Notes, two headings, the permit's sentence and the distances between them. */
const headingsRoom = 98;
const builtHead = 16;

function heightOf<T>(unseen: Sheet, rows: readonly T[], draw: (sheet: Sheet, row: T, y: number) => number): number {
  return rows.reduce((y, row) => draw(unseen, row, y), 0);
}

/** What it is to each party, and the prices at which both gain. */
function byParty(sheet: Sheet, { parties, corridor }: Dossier, top: number): number {
  const first = 118;
  const width = (contentWidth - first) / parties.heads.length;
  const cell = (words: string, column: number, y: number, style: TextStyle) =>
    sheet.text(
      words,
      { x: left + first + column * width, y, width: width - 4 },
      { ...style, align: 'right', lines: 1 },
      'TD',
    );
  let y = top;
  for (const [column, head] of parties.heads.entries()) cell(head, column, y, { ...small, bold: true });
  y += 13;
  for (const { label, cells } of parties.rows) {
    sheet.line([left, y - 2], [right, y - 2]);
    sheet.text(label, { x: left, y, width: first }, { ...body, size: 8.2, lines: 1 });
    for (const [column, words] of cells.entries())
      cell(words, column, y, { size: 8.2, bold: label === 'NPV', colour: ink.strong });
    y += 12.4;
  }
  return y + 2 + sheet.text(corridor, { x: left, y: y + 2, width: contentWidth }, { ...body, size: 8.2, lines: 3 });
}

/** What each list may take: all it needs if that fits, else its part of the room. */
function shares<Needs extends readonly number[]>(
  room: number,
  needs: readonly [...Needs],
): { [Place in keyof Needs]: number };
function shares(room: number, needs: readonly number[]): number[] {
  const sum = needs.reduce((total, need) => total + need, 0);
  return needs.map((need) => (sum <= room ? need : (need / sum) * room));
}

function figures(sheet: Sheet, { figures }: Dossier, y: number): number {
  const width = contentWidth / figures.length;
  sheet.box({ x: left, y, width: contentWidth, height: 62 }, ink.tint, 6);
  for (const [index, { label, value, note }] of figures.entries()) {
    const at = { x: left + index * width + 10, width: width - 14 };
    sheet.text(label, { ...at, y: y + 9 }, { ...small, lines: 1 });
    sheet.text(value, { ...at, y: y + 21 }, { size: 13.5, bold: true, colour: ink.strong, lines: 1 });
    sheet.text(note, { ...at, y: y + 39 }, { size: 7, colour: ink.quiet, lines: 2 });
  }
  return y + 62;
}

function heading(sheet: Sheet, words: string, y: number): number {
  sheet.line([left, y], [right, y]);
  return (
    y +
    6 +
    sheet.text(words, { x: left, y: y + 6, width: contentWidth }, { size: 11, bold: true, colour: ink.strong }, 'H2') +
    4
  );
}

function end(sheet: Sheet, { role, name, lines, facts }: End, x: number, top: number): number {
  let y = top;
  y += sheet.text(role, { x, y, width: half }, small) + 1;
  y += sheet.text(name, { x, y, width: half }, { size: 11.5, bold: true, colour: ink.strong, lines: 2 }) + 2;
  for (const line of lines) y += sheet.text(line, { x, y, width: half }, { ...body, lines: 2 }) + 2;
  y += 3;
  for (const { label, value } of facts.slice(0, 9)) {
    sheet.text(label, { x, y, width: 92 }, { ...small, lines: 1 });
    y += sheet.text(value, { x: x + 96, y, width: half - 96 }, { ...body, colour: ink.strong, lines: 2 }, 'TD') + 2;
  }
  return y;
}

/** Draws rows that end above `limit`; the last line says how many are left out, so that nothing vanishes unsaid. */
function rowsThatFit<T>(
  rows: readonly T[],
  top: number,
  limit: number,
  sheet: Sheet,
  draw: (sheet: Sheet, row: T, y: number) => number,
): number {
  const unseen = measuring(sheet);
  const allFit = top + heightOf(unseen, rows, draw) <= limit + rounding;
  let y = top;
  for (const [index, row] of rows.entries()) {
    if (!allFit && draw(unseen, row, y) > limit - lastLine) {
      const words = `and ${rows.length - index} more on the page of the match.`;
      return y + sheet.text(words, { x: left, y, width: contentWidth }, { ...small, lines: 1 });
    }
    y = draw(sheet, row, y);
  }
  return y;
}

/** Of the line that says how many rows are left out. */
const lastLine = 13;
const rounding = 0.5;

const markWords: Readonly<Record<VerdictMark, string>> = {
  pass: 'fits',
  near: 'near',
  needs_permit: 'needs a permit',
  unknown: 'not known',
  fail: 'does not fit',
  none: 'not judged',
};

function verdict(sheet: Sheet, { mark, judge, text }: Dossier['verdicts'][number], y: number): number {
  sheet.text(judge, { x: left, y, width: 108 }, { ...strong, lines: 1 });
  sheet.text(markWords[mark], { x: left + 112, y, width: 76 }, { ...body, lines: 1 });
  return y + sheet.text(text, { x: left + 192, y, width: contentWidth - 192 }, { ...body, lines: 2 }, 'TD') + 3;
}

function calculation(sheet: Sheet, { label, formula, amount, sum }: Row, y: number): number {
  const style = { ...(sum ? strong : body), lines: 2 };
  if (sum) sheet.line([left, y - 1], [right, y - 1]);
  const height = sheet.text(label, { x: left, y, width: 170 }, style);
  sheet.text(
    formula,
    { x: left + 176, y: y + 0.6, width: contentWidth - 266 },
    { size: 7.4, colour: ink.quiet, lines: 1 },
  );
  sheet.text(amount, { x: right - 86, y, width: 86 }, { ...style, align: 'right', lines: 1 }, 'TD');
  return y + height + 3;
}

function ruling(sheet: Sheet, { clause, text, missing }: Dossier['permit']['rulings'][number], y: number): number {
  const words = missing === '' ? text : `${text} Not known: ${missing}.`;
  sheet.text(clause, { x: left, y, width: 186 }, { ...strong, size: 8.2, lines: 2 });
  const height = Math.max(sheet.heightOf(clause, 186, { size: 8.2, bold: true, lines: 2 }), 10);
  return (
    y +
    Math.max(
      height,
      sheet.text(words, { x: left + 192, y, width: contentWidth - 192 }, { ...body, size: 8.2, lines: 3 }, 'TD'),
    ) +
    3
  );
}

function factor(sheet: Sheet, words: string, y: number): number {
  return (
    y + sheet.text(words, { x: left, y, width: contentWidth }, { size: 7.2, colour: ink.quiet, lines: 2 }, 'LI') + 1.5
  );
}

function twoLists(sheet: Sheet, { risks, steps }: Dossier, top: number): number {
  sheet.line([left, top], [right, top]);
  const list = (title: string, items: readonly string[], none: string, x: number) => {
    let y = top + 6;
    y += sheet.text(title, { x, y, width: half }, { size: 11, bold: true, colour: ink.strong }, 'H2') + 4;
    if (items.length === 0) y += sheet.text(none, { x, y, width: half }, body) + 3;
    for (const [index, item] of items.entries()) {
      sheet.text(`${index + 1}`, { x, y, width: 12 }, small);
      y += sheet.text(item, { x: x + 14, y, width: half - 14 }, { ...body, lines: 3 }, 'LI') + 3;
    }
    return y;
  };
  const shown = risks.slice(0, 5).map(({ text }) => text);
  const more = risks.length > shown.length ? [`and ${risks.length - shown.length} more on the page of the match.`] : [];
  return Math.max(
    list('Risks', [...shown, ...more], 'None is known from the data.', left),
    list('Next step', steps, '', left + half + gutter),
  );
}

function footer(sheet: Sheet, dossier: Dossier, number: number): void {
  const y = page.height - 40;
  sheet.line([left, y - 6], [right, y - 6]);
  sheet.text(
    `City Resource Graph · ${dossier.footer}`,
    { x: left, y, width: contentWidth - 120 },
    { size: 7, colour: ink.quiet, lines: 1 },
  );
  sheet.text(
    `NPV ${euros(dossier.npv.mid)} · ${number} of 2`,
    { x: right - 120, y, width: 120 },
    { size: 7, colour: ink.quiet, align: 'right', lines: 1 },
  );
}
