// One pair as text: what becomes of it, why, what it is worth to whom, how sure that is, and how every number was made.
import type { FlowEnd, Verdict } from '@crg/api-contract/match';
import { table } from '../table.ts';
import type { ExplainedPair } from './explained-pair.ts';
import { explanationText } from './explanation-text.ts';
import { figure } from './numbers.ts';
import { section } from './section.ts';

export function pairText(pair: ExplainedPair): string {
  const parts = [heading(pair), outcomeText(pair), verdictText(pair.verdicts)];
  if (pair.outcome === 'near_miss') parts.push(changeText(pair.changes));
  if ('explanation' in pair) parts.push(...explanationText(pair.explanation));
  return parts.filter((part) => part !== '').join('\n\n');
}

function heading({ supply, demand }: ExplainedPair): string {
  return table([
    ['supply', endText(supply)],
    ['demand', endText(demand)],
  ]);
}

function endText({ flow, site, organization }: FlowEnd): string {
  const { amount, unit, precision } = flow.quantity;
  const what = `${figure(amount)} ${unit} ${precision}`;
  return `${flow.name} (${flow.id}): ${flow.type}, ${what}; ${organization.name}, ${site.name}`;
}

function outcomeText(pair: ExplainedPair): string {
  const through = pair.fits_through.join(', ');
  const hint = through === '' ? [] : [`It fits through a converter: ${through} (--converter).`];
  switch (pair.outcome) {
    case 'match':
    case 'chain': {
      const { amount, unit } = pair.common_quantity;
      const converters = 'converters' in pair ? pair.converters : [];
      return [
        `It fits${converters.length === 0 ? '' : ' through a converter'}${lossText(pair.margin_eur_per_year)}: place ${pair.rank} of its supply, score ${figure(pair.score)}, ${figure(amount)} ${unit} over ${figure(pair.distance_km)} km.`,
        ...converters.map(
          ({ label, input, output, electricity_mwh_per_year: power, investment_eur: built }) =>
            `${label}: ${figure(input.amount)} ${input.unit} in, ${figure(output.amount)} ${output.unit} out, ${figure(power)} MWh/a of electricity, ${figure(built.low)} to ${figure(built.high)} EUR to build.`,
        ),
      ].join('\n');
    }
    case 'near_miss':
      return [
        `It nearly fits: ${pair.failed.join(' and ')} ${pair.failed.length === 1 ? 'rejects' : 'reject'} it.`,
        ...hint,
      ].join('\n');
    case 'rejected':
      return [...rejectionLines(pair), ...hint].join('\n');
  }
}

/** A pair may fit and still be nothing to build. */
function lossText(margin: number): string {
  return margin < -0.5 ? `, but costs more than it saves (${figure(margin)} EUR/a)` : '';
}

/** What keeps two flows from being a pair comes before what the judges say; without judges' words, the reason is the head line. */
function rejectionLines(pair: Extract<ExplainedPair, { outcome: 'rejected' }>): readonly string[] {
  const { failed, reasons, verdicts, converter_id: converter } = pair;
  const [first, ...rest] = reasons;
  const judges = `${failed.join(', ')} ${failed.length === 1 ? 'rejects' : 'reject'} it`;
  const judged = failed.length === 0 ? [] : [`It does not fit. ${judges}, and no change that is known would mend it.`];
  if (first === undefined) return failed.length === 0 ? ['It does not fit.'] : judged;
  if (converter !== null && failed.length > 0) return [...judged, ...reasons];
  const what = converter === null ? (verdicts.length === 0 ? 'Not judged' : 'Not a pair') : 'Not a chain';
  return [`${what}: ${first.replace(/^(?:The|Both) /, (word) => word.toLowerCase())}`, ...rest, ...judged];
}

function verdictText(verdicts: readonly Verdict[]): string {
  return section(
    'Verdicts',
    verdicts.map(({ judge, result, permit, text }) => [permit ?? result, judge, text]),
  );
}

type Changes = Extract<ExplainedPair, { outcome: 'near_miss' }>['changes'];

function changeText(changes: Changes): string {
  return section(
    'What would make it fit',
    changes.map(({ kind, judge, paid_by, cost_eur_per_year: cost, detail }) => [
      kind,
      `for ${judge}`,
      `${figure(cost)} EUR/a, paid by ${paid_by === 'both' ? 'both' : `the ${paid_by}`}`,
      detail,
    ]),
  );
}
