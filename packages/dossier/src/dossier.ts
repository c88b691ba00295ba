// What the two pages say, as text and numbers: the drawing decides nothing but places.
import type { Band, MatchDetail, Percentiles, PermitOutcome } from '@crg/api-contract/match';
import {
  dayNames,
  digits,
  euros,
  eurosExact,
  exact,
  kilometres,
  monthNames,
  score,
  unitPrice,
  years,
} from '@crg/story/format';
import { timesSign } from '@crg/story/made';
import { type EndStory, type MatchStory, matchStory } from '@crg/story/match-story';
import { measures } from '@crg/story/party-story';
import type { VerdictMark } from '@crg/story/verdict-marks';
import { nextSteps, type Risk, risksOf } from './risks.ts';

export interface Dossier {
  readonly title: string;
  readonly city: string;
  /** `suggested, computed`: what nobody may mistake this sheet for. */
  readonly standing: string;
  readonly figures: readonly Figure[];
  readonly ends: readonly [End, End];
  readonly verdicts: readonly { readonly mark: VerdictMark; readonly judge: string; readonly text: string }[];
  readonly when: readonly string[];
  /** 24 hours of 7 days: shared hours; and 12 months. */
  readonly hours: string;
  readonly months: string;
  /** Everything unfavourable, the middle, everything favourable; and what the draws say between. */
  readonly npv: Band & Percentiles;
  /** How sure that is, and what moves it most. */
  readonly certainty: string;
  /** What it is to supplier, receiver and society, side by side. */
  readonly parties: PartyColumns;
  /** Between which prices both gain, or the gap. */
  readonly corridor: string;
  /** EUR a year: the parts, and the sums that always stand under them. */
  readonly money: { readonly parts: readonly Row[]; readonly sums: readonly Row[] };
  /** EUR once. */
  readonly built: readonly Row[];
  readonly co2: readonly Row[];
  readonly permit: {
    readonly outcome: PermitOutcome;
    readonly text: string;
    readonly rulings: readonly { readonly clause: string; readonly text: string; readonly missing: string }[];
  };
  readonly risks: readonly Risk[];
  readonly steps: readonly string[];
  readonly factors: readonly string[];
  readonly footer: string;
}

export interface PartyColumns {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
}

export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly note: string;
}

export interface End {
  readonly role: string;
  readonly name: string;
  readonly lines: readonly string[];
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

/** One line of a calculation; a sum stands under a rule. */
export interface Row {
  readonly label: string;
  readonly formula: string;
  readonly amount: string;
  readonly sum: boolean;
}

type Explanation = MatchDetail['explanation'];

/**
 * @param madeOn day on which the sheet was made, ISO 8601; an argument so that the same match gives the same sheet
 */
export function dossierOf(match: MatchDetail, { city, madeOn }: { city: string; madeOn: string }): Dossier {
  const story = matchStory(match);
  const { explanation } = match;
  const yearly = moneyRows(explanation, 'EUR/a');
  return {
    title: story.title,
    city: `${city}, year ${story.year}`,
    standing: 'A suggestion, computed from the data named here. Nobody has negotiated or agreed to it.',
    figures: figuresOf(match, story),
    ends: [endOf(story.supply, 'Supplier'), endOf(story.demand, 'Receiver')],
    verdicts: story.verdicts.map(({ mark, label, text }) => ({ mark, judge: label, text })),
    when: whenOf(match, story.supply, story.demand),
    hours: explanation.time.common.hours,
    months: explanation.time.common.months,
    npv: { ...match.npv_eur, ...explanation.uncertainty.npv_eur },
    certainty: certaintyOf(story, explanation.uncertainty.samples),
    parties: partiesOf(story),
    corridor: `${story.corridor.says} The figures by party are worked out at ${unitPrice(story.corridor.price, story.corridor.unit)}, ${story.corridor.basis}.`,
    money: { parts: yearly.filter(({ sum }) => !sum), sums: yearly.filter(({ sum }) => sum).slice(-2) },
    built: moneyRows(explanation, 'EUR'),
    co2: co2Rows(match),
    permit: permitOf(explanation),
    risks: risksOf(match, story),
    steps: nextSteps(match, story),
    factors: explanation.factors.map(
      ({ label, mid, low, high, unit, source, year, geography }) =>
        `${label}: ${exact(mid)} (${exact(low)} to ${exact(high)})${unit === '1' || unit === '' ? '' : ` ${unit}`}; ${source}, ${year}, ${geography}`,
    ),
    footer: `${match.supply_id} to ${match.demand_id} · engine ${explanation.engine} · made ${madeOn.slice(0, 10)}`,
  };
}

function certaintyOf({ uncertainty: { bands, chanceOfLoss, drivers } }: MatchStory, samples: number): string {
  const [npv] = bands;
  const most = drivers.map(({ label, low, high }) => `${label} (${low} to ${high})`).join('; ');
  const moved = most === '' ? '' : ` Moved most by: ${most}.`;
  return `P10 ${npv.p10}, P50 ${npv.p50}, P90 ${npv.p90} over ${exact(samples)} draws; chance of a loss ${chanceOfLoss}. The thin line: everything at its worst, or its best, at once.${moved}`;
}

function partiesOf({ parties }: MatchStory): PartyColumns {
  return {
    heads: parties.map(({ label, who }) => `${label}: ${who}`),
    rows: measures.map(({ id, label }) => ({ label, cells: parties.map(({ figures }) => figures[id].text) })),
  };
}

function moneyRows({ economics }: Explanation, unit: 'EUR/a' | 'EUR'): readonly Row[] {
  return economics.lines
    .filter((line) => line.unit === unit && line.amount !== 0 && line.id !== 'npv')
    .map(({ id, label, formula, amount }) => ({
      label,
      formula: timesSign(formula),
      amount: eurosExact(amount),
      sum: id === 'benefit' || id === 'margin',
    }));
}

function co2Rows({ co2_t_per_year: net, explanation: { co2 } }: MatchDetail): readonly Row[] {
  const parts = co2.lines.filter(({ id, amount }) => id !== 'net' && amount !== 0);
  return [
    ...parts.map(({ label, formula, amount }) => ({
      label,
      formula: timesSign(formula),
      amount: `${exact(amount)} t`,
      sum: false,
    })),
    { label: net < 0 ? 'Net, caused' : 'Net, avoided', formula: '', amount: `${exact(net)} t`, sum: true },
  ];
}

function permitOf({ permit: { outcome, rulings } }: Explanation): Dossier['permit'] {
  return {
    outcome,
    text: permitTexts[outcome],
    rulings: rulings.map(({ clause, text, facts_missing: missing }) => ({
      clause,
      text,
      missing: missing.map((fact) => fact.replaceAll('_', ' ')).join(', '),
    })),
  };
}

const permitTexts: Readonly<Record<PermitOutcome, string>> = {
  allowed: 'The rules that spoke allow it.',
  needs_permit: 'At least one permit is needed before it can run.',
  unknown: 'Not decided: facts are missing, or no rule of the rule book speaks about this pair. That is not a permit.',
  prohibited: 'A rule prohibits it.',
};

function figuresOf(match: MatchDetail, { uncertainty }: MatchStory): readonly Figure[] {
  const { economics, route } = match.explanation;
  const { amount, unit } = match.common_quantity;
  return [
    { label: 'Value per year', value: euros(match.margin_eur_per_year), note: 'both parties together' },
    {
      label: 'NPV',
      value: euros(match.npv_eur.mid),
      note: `P10 ${uncertainty.bands[0].p10}, P90 ${uncertainty.bands[0].p90}`,
    },
    {
      label: 'Investment',
      value: euros(economics.investment_eur.mid),
      note: economics.investment_eur.mid === 0 ? 'nothing to build' : `payback ${years(match.payback_years)}`,
    },
    {
      label: match.co2_t_per_year < 0 ? 'CO₂ caused' : 'CO₂ avoided',
      value: `${digits(Math.abs(match.co2_t_per_year))} t`,
      note: 'per year',
    },
    { label: 'Quantity', value: digits(amount), note: unit.replace('/a', ' per year') },
    {
      label: 'Distance',
      value: kilometres(match.distance_km),
      note: `by ${route.transport}, score ${score(match.score)}`,
    },
  ];
}

function endOf(end: EndStory, role: string): End {
  return {
    role,
    name: end.name,
    lines: [end.site, end.nace, `Source: ${end.source}; ${end.certainty}`],
    facts: [
      { label: 'Flow', value: end.flow },
      ...end.facts.map(({ label, value, precision }) => ({
        label,
        value: precision === null ? value : `${value} (${precision})`,
      })),
    ],
  };
}

function whenOf(match: MatchDetail, supply: EndStory, demand: EndStory): readonly string[] {
  const { common_hours_per_year: hours, common } = match.explanation.time;
  return [
    `${exact(hours)} hours a year in common: ${weekText(common.hours)}, ${monthsText(common.months)}.`,
    `${supply.name}: ${supply.validity}. ${demand.name}: ${demand.validity}.`,
  ];
}

function weekText(hours: string): string {
  if (!hours.includes('0')) return 'every hour of the week';
  const days = dayNames.filter((_, day) => hours.slice(day * 24, day * 24 + 24).includes('1'));
  const running = [...hours].filter((mark) => mark === '1').length;
  return `${running} of 168 hours of the week, on ${days.length === 7 ? 'every day' : days.join(', ')}`;
}

function monthsText(months: string): string {
  if (!months.includes('0')) return 'all year';
  return monthNames.filter((_, month) => months[month] === '1').join(', ');
}
