// Kalundborg's published totals beside ours, as docs/method/kalundborg.md shows them.
import type { Match } from '@crg/domain/match';
import { type Family, resourceType } from '@crg/domain/taxonomy';
import { matchCity } from '../../src/match-city.ts';
import { documentedExchanges } from './documented-exchanges.ts';
import { flowOf, kalundborg } from './kalundborg.ts';

export const beginMark = '<!-- totals: written by `npm run kalundborg-table -w packages/engine` -->';
export const endMark = '<!-- end of totals -->';

/** The page with its tables made anew. */
export function withTotals(page: string): string {
  const from = page.indexOf(beginMark);
  const to = page.indexOf(endMark);
  if (from < 0 || to < 0)
    throw new Error(`expected the lines ${beginMark} and ${endMark} in docs/method/kalundborg.md`);
  return `${page.slice(0, from)}${beginMark}\n\n${tables()}\n\n${page.slice(to)}`;
}

interface Found {
  readonly id: string;
  readonly families: { readonly supply: Family; readonly demand: Family };
  readonly match: Match;
}

function tables(): string {
  const city = kalundborg();
  const { matches } = matchCity(city, { k: 100, chains: false });
  const found = documentedExchanges.flatMap(({ id, supplyId, demandId }): readonly Found[] => {
    const match = matches.find((candidate) => candidate.supplyId === supplyId && candidate.demandId === demandId);
    if (match === undefined) return [];
    const familyOf = (flowId: string) => resourceType(flowOf(city, flowId).type).family;
    return [{ id, families: { supply: familyOf(supplyId), demand: familyOf(demandId) }, match }];
  });
  return `${totals(found)}\n\nExchange by exchange:\n\n${exchanges(found)}`;
}

function totals(found: readonly Found[]): string {
  const sum = (part: readonly Found[], pick: (match: Match) => number) =>
    part.reduce((total, { match }) => total + pick(match), 0);
  const amount = ({ commonQuantity }: Match) => commonQuantity.amount;
  const co2 = ({ economics }: Match) => economics.co2TonnesPerYear;
  const of = (...families: readonly Family[]) => found.filter(({ families: { supply } }) => families.includes(supply));
  const rows = [
    ['CO2 avoided, all exchanges', '635,000 t a year [K1]; 586,000 t [K2]', `${whole(sum(found, co2))} t a year`],
    ['CO2 avoided by process steam', 'about 240,000 t a year [K3]', `${whole(sum(of('steam'), co2))} t a year`],
    [
      'Water',
      '3.6 million m³ a year [K1]; 4 million m³ of ground water [K2]; 3 million m³ reused [K3]',
      `${millions(sum(of('water'), amount))} million m³ a year`,
    ],
    ['Energy', '100 GWh a year [K1]', `${whole(sum(of('heat', 'steam'), amount) / 1000)} GWh a year of heat and steam`],
    [
      'Residual materials',
      '87,000 t a year [K1]; 62,000 t [K2]',
      `${whole(sum(of('material'), amount))} t a year, and ${whole(sum(of('organic'), amount))} t of organic matter`,
    ],
    [
      'Gypsum alone',
      'about 100,000 t a year [K3]',
      `${whole(
        sum(
          found.filter(({ id }) => id === 'KAL-15'),
          amount,
        ),
      )} t a year`,
    ],
    [
      'Money of the firms',
      '24 million EUR a year [K1]',
      `${millions(sum(found, ({ economics }) => economics.benefitEurPerYear))} million EUR a year before, ${millions(sum(found, ({ economics }) => economics.marginEurPerYear))} million after the annuity of new connections`,
    ],
  ];
  return [
    '| what | published | this engine |',
    '| --- | --- | --- |',
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
}

function exchanges(found: readonly Found[]): string {
  const rows = found.map(({ id, match: { supplyId, demandId, commonQuantity, economics } }) => {
    const money = `${whole(economics.benefitEurPerYear)} | ${whole(economics.marginEurPerYear)}`;
    return `| ${id} | \`${supplyId}\` to \`${demandId}\` | ${whole(commonQuantity.amount)} ${commonQuantity.unit} | ${money} | ${whole(economics.co2TonnesPerYear)} |`;
  });
  const head = [
    '| exchange | pair | quantity | benefit EUR/a | margin EUR/a | CO2 t/a |',
    '| --- | --- | --- | --- | --- | --- |',
  ];
  return [...head, ...rows].join('\n');
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-US').replace('-0', '0');
const millions = (value: number): string => (value / 1e6).toFixed(1);
