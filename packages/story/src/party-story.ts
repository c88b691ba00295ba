// What an exchange is to its supplier, to its receiver and to both together, side by side.
import type { Line, Party } from '@crg/api-contract/match';
import { nothingToBuild, paybackNote, ratesNote, ratesText } from './finance-text.ts';
import { digits, euros, eurosExact, years } from './format.ts';
import { type Input, inputOf, type Made } from './made.ts';

export const partyNames = ['supplier', 'receiver', 'society'] as const satisfies readonly Party['party'][];
export type PartyName = Party['party'];

export const partyLabels: Readonly<Record<PartyName, string>> = {
  supplier: 'Supplier',
  receiver: 'Receiver',
  society: 'Society',
};

export const measures = [
  { id: 'investment', label: 'Investment' },
  { id: 'benefit', label: 'Benefit per year' },
  { id: 'margin', label: 'Margin per year' },
  { id: 'npv', label: 'NPV' },
  { id: 'irr', label: 'IRR' },
  { id: 'payback', label: 'Payback' },
  { id: 'discounted_payback', label: 'Payback with interest' },
] as const;
export type Measure = (typeof measures)[number]['id'];

export interface PartyStory {
  readonly party: PartyName;
  readonly label: string;
  /** Who that is: a company's name, or `both together`. */
  readonly who: string;
  readonly figures: Readonly<Record<Measure, { readonly text: string; readonly loss: boolean }>>;
  /** EUR a year, the two sums last. */
  readonly yearly: readonly Line[];
  /** EUR once. */
  readonly built: readonly Line[];
}

/** Ids of the lines that are sums of the ones before. */
export const sumIds: readonly string[] = ['benefit', 'margin'];
/** Ids of lines that follow from the others and are no part of a sum of them. */
const derived: readonly string[] = [...sumIds, 'annuity', 'npv'];

/** EUR a year, and EUR once, as a calculation states them; its net present value is no part of what is built. */
export function moneyLines(lines: readonly Line[]): {
  readonly yearly: readonly Line[];
  readonly built: readonly Line[];
} {
  return {
    yearly: lines.filter(({ unit }) => unit === 'EUR/a'),
    built: lines.filter(({ unit, id }) => unit === 'EUR' && !derived.includes(id)),
  };
}

export function partyStory(party: Party, who: string): PartyStory {
  const money = (amount: number) => ({ text: euros(amount), loss: amount < -0.5 });
  const word = (text: string, loss = false) => ({ text, loss });
  return {
    party: party.party,
    label: partyLabels[party.party],
    who,
    figures: {
      investment: word(party.investment_eur === 0 ? nothingToBuild : euros(party.investment_eur)),
      benefit: money(party.benefit_eur_per_year),
      margin: money(party.margin_eur_per_year),
      npv: money(party.npv_eur),
      irr: word(ratesText(party.irr, party.investment_eur)),
      payback: word(years(party.payback_years), party.payback_years === null),
      discounted_payback: word(years(party.discounted_payback_years), party.discounted_payback_years === null),
    },
    ...moneyLines(party.lines),
  };
}

/** Under `supplier.npv` and the like, and each line under `supplier.<id>`. */
export function partyMade(
  party: Party,
  who: string,
  { horizon, rate, quantity }: { horizon: number | null; rate: number | null; quantity: readonly Input[] },
): Readonly<Record<string, Made>> {
  const { party: key, investment_eur: investment, benefit_eur_per_year: benefit, margin_eur_per_year: margin } = party;
  const name = (measure: string) => `${measure}, ${who}`;
  const { yearly: all, built: once } = moneyLines(party.lines);
  const yearly = all.filter(({ id, amount }) => !derived.includes(id) && amount !== 0);
  const both = [...yearly, ...once].map(inputOf);
  const interest = rate === null ? 'r' : `${digits(rate * 100)} %`;
  const span = horizon === null ? 'n years' : `${digits(horizon)} years`;
  const made: Readonly<Record<Measure, Made>> = {
    investment: {
      name: name('Investment'),
      value: eurosExact(investment),
      formula: `Σ of what ${key === 'society' ? 'must be built' : `the ${key} builds`}`,
      inputs: once.map(inputOf),
      note: once.length === 0 ? 'Nothing is to be built by this side.' : '',
    },
    benefit: {
      name: name('Benefit per year'),
      value: eurosExact(benefit),
      formula: 'Σ of what comes in and what is saved − Σ of what it costs to run, each year',
      inputs: [...yearly.map(inputOf), ...quantity],
      note:
        key === 'society'
          ? 'The price goes from one side to the other and cancels here.'
          : 'The price between the two sides counts here; it cancels in the society’s column.',
    },
    margin: {
      name: name('Margin per year'),
      value: eurosExact(margin),
      formula: `benefit − annuity of the investment (${interest}, ${span})\n${eurosExact(benefit)} − ${eurosExact(benefit - margin)} = ${eurosExact(margin)}`,
      inputs: [...both, ...quantity],
      note: 'What is left of each year when the investment is paid back in equal parts with interest.',
    },
    npv: {
      name: name('NPV'),
      value: eurosExact(party.npv_eur),
      formula: `Σ benefit ÷ (1 + ${interest})^t over ${span} − investment\n${eurosExact(benefit)} × ${presentValue(party)} − ${eurosExact(investment)} = ${eurosExact(party.npv_eur)}`,
      inputs: [...both, ...quantity],
      note: 'With every factor and quantity at its middle.',
    },
    irr: {
      name: name('Internal rate of return'),
      value: ratesText(party.irr, investment),
      formula: 'every rate r at which Σ cash flow ÷ (1 + r)^t = 0, searched from −99 % to 1,000 %',
      inputs: both,
      note: ratesNote(party.irr, investment),
    },
    payback: {
      name: name('Payback'),
      value: years(party.payback_years),
      formula: `investment ÷ benefit per year\n${eurosExact(investment)} ÷ ${eurosExact(benefit)}`,
      inputs: both,
      note: `Without interest. ${paybackNote(party.payback_years, horizon)}`,
    },
    discounted_payback: {
      name: name('Payback with interest'),
      value: years(party.discounted_payback_years),
      formula: `first year in which Σ benefit ÷ (1 + ${interest})^t ≥ investment`,
      inputs: both,
      note: paybackNote(party.discounted_payback_years, horizon),
    },
  };
  return Object.fromEntries(Object.entries(made).map(([measure, answer]) => [`${key}.${measure}`, answer]));
}

/** What a euro of benefit a year comes to; a benefit of nothing does not tell. */
function presentValue({ npv_eur: npv, investment_eur: investment, benefit_eur_per_year: benefit }: Party): string {
  return benefit === 0 ? 'present value factor' : ((npv + investment) / benefit).toFixed(4);
}
