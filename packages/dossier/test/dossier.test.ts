import { describe, expect, test } from 'vitest';
import { exampleMatch } from '../../story/test/example-match.ts';
import { dossierOf } from '../src/dossier.ts';
import { drawDossier } from '../src/draw-dossier.ts';

const made = { city: 'Example', madeOn: '2026-11-25T00:00:00Z' };

describe('what a dossier says', () => {
  test('who, what, when and how much, in the words of the page', () => {
    const dossier = dossierOf(exampleMatch, made);
    expect(dossier.title).toBe('Heat from Example Dairy to Example Town');
    expect(dossier.figures.map(({ label, value, note }) => `${label}: ${value}, ${note}`)).toEqual([
      'Value per year: €38k, both parties together',
      'NPV: €255k, P10 €44k, P90 €390k',
      'Investment: €154k, payback 4.2 years',
      'CO₂ avoided: 610 t, per year',
      'Quantity: 3,200, MWh per year',
      'Distance: 0.8 km, by pipe, score .74',
    ]);
    expect(dossier.when[0]).toBe(
      '4,380 hours a year in common: every hour of the week, January, February, March, October, November, December.',
    );
    expect(dossier.money.sums.map(({ label, amount }) => [label, amount])).toEqual([
      ['Benefit', '€61,000'],
      ['Yearly margin', '€38,000'],
    ]);
    expect(dossier.built).toEqual([{ label: 'Pipe', formula: '820 m × 188 EUR/m', amount: '€154,000', sum: false }]);
  });

  test('a risk for everything that is not known, not measured, or ends, and a step that settles it', () => {
    const { risks } = dossierOf(exampleMatch, made);
    expect(risks.map(({ text }) => text)).toEqual([
      'Whether it needs a permit is open; not known: pipe depth.',
      'Temperature is not judged: The supply states no temperature.',
      'The quantity of Example Town is estimated, not measured.',
      'At the unfavourable end of every factor it loses €12k over its life.',
      'The flow of Example Town ends on 2031-12-31.',
    ]);
    expect(risks[0]?.step).toBe('Find out for the permit: pipe depth.');
  });

  test('the last step brings both to one table', () => {
    expect(dossierOf(exampleMatch, made).steps).toEqual([
      'Find out for the permit: pipe depth.',
      'Ask Example Dairy and Example Town for the temperature.',
      'Ask Example Town for a metered quantity.',
      'Bring Example Dairy and Example Town to one table with this sheet.',
    ]);
  });

  test('a match that costs money says so before anything about favourable ends', () => {
    const npv = { low: -90_000, mid: -40_000, high: 5000 };
    const { risks } = dossierOf({ ...exampleMatch, npv_eur: npv, margin_eur_per_year: -6000 }, made);
    const texts = risks.map(({ text }) => text);
    expect(texts).toContain('With the values stated it costs more than it saves (−€6,000 a year).');
    expect(texts.join()).not.toContain('unfavourable');
  });
});

test('money stands by party, with the prices at which both gain and how sure it is', () => {
  const { parties, corridor, certainty } = dossierOf(exampleMatch, made);
  expect(parties.heads).toEqual(['Supplier: Example Dairy', 'Receiver: Example Town', 'Society: both together']);
  expect(parties.rows.map(({ label, cells }) => [label, ...cells].join(' | '))).toEqual([
    'Investment | nothing to build | €154k | €154k',
    'Benefit per year | €19k | €42k | €61k',
    'Margin per year | €19k | €19k | €38k',
    'NPV | €127k | €128k | €255k',
    'IRR | nothing to build | 24.2 % | 38 %',
    'Payback | at once | 3.7 years | 2.5 years',
    'Payback with interest | at once | 4.5 years | 3.0 years',
  ]);
  expect(corridor).toBe(
    'Both gain at every price from €0.00/MWh to €11.88/MWh. The figures by party are worked out at €5.94/MWh, the equal split, for no price is stated.',
  );
  expect(certainty).toContain('P10 €44k, P50 €250k, P90 €390k over 1,000 draws; chance of a loss 4.2 %.');
});

describe('the sheet', () => {
  test('is two tagged pages, and the same bytes for the same match', async () => {
    const dossier = dossierOf(exampleMatch, made);
    const [one, other] = [await drawDossier(dossier, made), await drawDossier(dossier, made)];
    expect(pagesOf(one)).toBe(2);
    expect(textOf(one)).toContain('/StructTreeRoot');
    expect(Buffer.compare(one, other)).toBe(0);
  });

  test('stays two pages when every list is long', async () => {
    const { explanation } = exampleMatch;
    const many = <T>(items: readonly T[]) => Array.from({ length: 40 }, () => items).flat();
    const long = {
      ...exampleMatch,
      verdicts: many(exampleMatch.verdicts),
      explanation: {
        ...explanation,
        economics: { ...explanation.economics, lines: many(explanation.economics.lines) },
        co2: { ...explanation.co2, lines: many(explanation.co2.lines) },
        factors: many(explanation.factors),
        permit: { ...explanation.permit, rulings: many(explanation.permit.rulings) },
      },
    };
    expect(pagesOf(await drawDossier(dossierOf(long, made), made))).toBe(2);
  });
});

const textOf = (pdf: Uint8Array) => Buffer.from(pdf).toString('latin1');
const pagesOf = (pdf: Uint8Array) => textOf(pdf).match(/\/Type \/Page\b/g)?.length;
