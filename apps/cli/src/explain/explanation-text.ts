// The explanation of a pair that fits, section by section.
import type { Explanation, Line } from '@crg/api-contract/match';
import { figure, orDash, percent, printedUnit } from './numbers.ts';
import { section } from './section.ts';

export function explanationText(explanation: Explanation): readonly string[] {
  const { economics, co2, permit, route, time } = explanation;
  return [
    section('Way and time', [
      ['distance', `${figure(route.distance_km)} km, ${figure(route.route_km)} km by ${route.transport}`],
      ['together', `${figure(time.common_hours_per_year)} hours a year`],
    ]),
    moneyText(economics),
    corridorText(economics.corridor),
    sureText(explanation.uncertainty),
    driverText(explanation.uncertainty),
    co2Text(co2),
    permitText(permit),
    lineText('How the money was made', economics.lines),
    ...economics.parties.map(({ party, lines }) => lineText(`How the figures of ${whose[party]} were made`, lines)),
    lineText('How the CO2 that is avoided was made', co2.lines),
    lineText('How the inventories were made', co2.attributional.lines),
    factorText(explanation.factors),
  ];
}

const whose = { supplier: 'the supplier', receiver: 'the receiver', society: 'both together' } as const;

function moneyText({ parties, npv_eur: npv }: Explanation['economics']): string {
  const rows = parties.map((party) => [
    whose[party.party],
    figure(party.investment_eur),
    figure(party.benefit_eur_per_year),
    figure(party.margin_eur_per_year),
    figure(party.npv_eur),
    rateText(party),
    orDash(party.payback_years),
    orDash(party.discounted_payback_years),
  ]);
  const head = ['EUR', 'investment', 'benefit/a', 'margin/a', 'NPV', 'IRR', 'payback a', 'discounted a'];
  const money = section('Money', [head, ...rows], { right: [1, 2, 3, 4, 5, 6, 7] });
  return `${money}\n  NPV if everything is unfavourable ${figure(npv.low)}, with every input at its middle ${figure(npv.mid)}, favourable ${figure(npv.high)} EUR`;
}

function rateText({ irr, investment_eur: investment }: Explanation['economics']['parties'][number]): string {
  if (irr.status === 'single') return percent(irr.rates[0] ?? 0);
  return irr.status === 'none' && investment === 0 ? 'nothing to build' : irr.status;
}

const basis = {
  stated: 'as the supply states it',
  nash: 'where both gain alike',
  middle_of_gap: 'in the middle of the gap',
};

function corridorText({
  unit,
  lowest,
  highest,
  nash,
  price,
  price_basis,
}: Explanation['economics']['corridor']): string {
  const range =
    lowest <= highest
      ? `both gain between ${figure(lowest)} and ${figure(highest)} ${unit}`
      : `none at which both gain: the supplier needs ${figure(lowest)}, the receiver can pay ${figure(highest)} ${unit}`;
  return section('Price at the gate of the supplier', [
    ['worked out at', `${figure(price)} ${unit}, ${basis[price_basis]}`],
    ['corridor', range],
    ...(nash === null ? [] : [['both alike at', `${figure(nash)} ${unit}`]]),
  ]);
}

function sureText(uncertainty: Explanation['uncertainty']): string {
  const row = (label: string, { p10, p50, p90 }: Explanation['uncertainty']['npv_eur']) => [
    label,
    figure(p10),
    figure(p50),
    figure(p90),
  ];
  const rows = [
    ['', 'P10', 'P50', 'P90'],
    row('margin, EUR/a', uncertainty.margin_eur_per_year),
    row('NPV, EUR', uncertainty.npv_eur),
    row('CO2 avoided, t/a', uncertainty.co2_t_per_year),
  ];
  const title = `How sure it is (${figure(uncertainty.samples)} samples, seed ${uncertainty.seed})`;
  return `${section(title, rows, { right: [1, 2, 3] })}\n  chance of a loss ${percent(uncertainty.chance_of_loss)}`;
}

function driverText({ drivers }: Explanation['uncertainty']): string {
  return section(
    'What moves the NPV most',
    drivers.map((driver) => [
      driver.label,
      `${figure(driver.low)} to ${figure(driver.high)} ${printedUnit(driver.unit)}`.trimEnd(),
      `NPV ${figure(driver.npv_at_low_eur)} to ${figure(driver.npv_at_high_eur)} EUR`,
      `${percent(driver.share)} of the spread`,
    ]),
  );
}

function co2Text({ t_per_year, attributional }: Explanation['co2']): string {
  return section('CO2e, t/a', [
    ['avoided', figure(t_per_year)],
    ["the supplier's own inventory changes by", figure(attributional.supplier_t_per_year)],
    ["the receiver's own inventory changes by", figure(attributional.receiver_t_per_year)],
  ]);
}

function permitText({ outcome, rulings, open }: Explanation['permit']): string {
  const rows = rulings.map((ruling) => [
    ruling.outcome,
    `${ruling.rule} v${ruling.version}`,
    [ruling.jurisdiction, ruling.valid_from === '' ? '' : `since ${ruling.valid_from}`].join(' ').trim(),
    ruling.clause,
    `${ruling.text}${ruling.facts_missing.length === 0 ? '' : ` Nobody has stated: ${ruling.facts_missing.join(', ')}.`}`,
  ]);
  const permits = section(`Permits: ${outcome}`, rows.length === 0 ? [['no rule speaks about such a pair']] : rows);
  const answers = open.map(({ fact, if_yes, if_no }) => [fact, `yes: ${if_yes}`, `no: ${if_no}`]);
  return [permits, section('  What an answer would make of it', answers)].filter((part) => part !== '').join('\n');
}

function lineText(title: string, lines: readonly Line[]): string {
  return section(
    title,
    lines.map(({ label, amount, unit, formula, factors }) => [
      label,
      `${figure(amount)} ${printedUnit(unit)}`.trimEnd(),
      `= ${formula}`,
      factors.length === 0 ? '' : `[${factors.join(', ')}]`,
    ]),
    { right: [1] },
  );
}

function factorText(factors: Explanation['factors']): string {
  return section(
    'Factors',
    factors.map(({ id, low, mid, high, unit, source, year, geography, overridden }) => [
      id,
      `${figure(low)} / ${figure(mid)} / ${figure(high)}`,
      printedUnit(unit),
      `${overridden ? "the city's own: " : ''}${source}, ${year}, ${geography}`,
    ]),
  );
}
