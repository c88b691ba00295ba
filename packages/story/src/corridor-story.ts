// Between which prices both sides gain, where the split is equal, and which price the parties' figures are worked out at.
import type { Amount, Corridor, Party } from '@crg/api-contract/match';
import { euros, eurosExact, exact, unitPrice } from './format.ts';
import type { Made } from './made.ts';

export interface CorridorStory {
  readonly unit: string;
  readonly lowest: number;
  readonly highest: number;
  /** null: there is no price at which both gain. */
  readonly nash: number | null;
  readonly price: number;
  /** Where the price comes from, as it stands beside it: `stated by the supplier`. */
  readonly basis: string;
  /** What the corridor comes to, in one sentence. */
  readonly says: string;
  /** EUR per unit that somebody has to add; null where both can gain. */
  readonly gap: number | null;
}

const bases: Readonly<Record<Corridor['price_basis'], string>> = {
  stated: 'the price the supplier states',
  nash: 'the equal split, for no price is stated',
  middle_of_gap: 'the middle of the gap, for no price is stated',
};

export function corridorStory(corridor: Corridor, quantity: Amount): CorridorStory {
  const { unit, lowest, highest, nash, price, price_basis: basis } = corridor;
  const gap = highest < lowest ? lowest - highest : null;
  return { unit, lowest, highest, nash, price, gap, basis: bases[basis], says: says(corridor, gap, quantity) };
}

/** Under `corridor.lowest`, `.highest`, `.nash` and `.price`. */
export function corridorMade(
  corridor: Corridor,
  parties: readonly Party[],
  quantity: Amount,
): Readonly<Record<string, Made>> {
  const { unit, lowest, highest, nash, price } = corridor;
  const say = (value: number) => unitPrice(value, unit);
  const margin = (name: Party['party']) => parties.find(({ party }) => party === name)?.margin_eur_per_year ?? 0;
  const per = `${exact(quantity.amount)} ${quantity.unit.replace('/a', '/yr').replace('m3', 'm³')}`;
  const plain = { inputs: [], note: 'EUR per unit at the supplier’s gate.' };
  return {
    'corridor.lowest': {
      ...plain,
      name: 'The supplier’s lowest price',
      value: say(lowest),
      formula: `(annuity + running costs − disposal saved) ÷ quantity\n= price − the supplier’s margin ÷ quantity\n${say(price)} − ${eurosExact(margin('supplier'))} ÷ ${per}`,
      note: `${plain.note} Here the supplier’s NPV is 0. Below 0 it would pay to be rid of it.`,
    },
    'corridor.highest': {
      ...plain,
      name: 'The receiver’s highest price',
      value: say(highest),
      formula: `(purchase saved − annuity − running costs) ÷ quantity\n= price + the receiver’s margin ÷ quantity\n${say(price)} + ${eurosExact(margin('receiver'))} ÷ ${per}`,
      note: `${plain.note} Here the receiver’s NPV is 0.`,
    },
    'corridor.nash': {
      ...plain,
      name: 'Equal split (Nash, both with the same power)',
      value: nash === null ? 'none: no price at which both gain' : say(nash),
      formula: `lowest + ½ × (highest − lowest)\n${say(lowest)} + ½ × (${say(highest)} − ${say(lowest)})`,
      note: 'A mark to talk about, not a recommendation.',
    },
    'corridor.price': {
      ...plain,
      name: 'Price of the parties’ figures',
      value: say(price),
      formula: bases[corridor.price_basis],
      note: `${plain.note} Another price moves money from one side to the other and changes nothing for both together.`,
    },
  };
}

function says(
  { unit, lowest, highest, price }: Corridor,
  gap: number | null,
  { amount, unit: yearly }: Amount,
): string {
  const say = (value: number) => unitPrice(value, unit);
  if (gap !== null) {
    const sum = unit === `EUR/${yearly.replace('/a', '')}` ? `, ${euros(gap * amount)} a year` : '';
    return `There is no price at which both gain: the supplier needs at least ${say(lowest)}, the receiver can pay at most ${say(highest)}. The gap is ${say(gap)}${sum}; so much subsidy would be needed.`;
  }
  if (price < lowest) return `At ${say(price)} the supplier loses: it needs at least ${say(lowest)}.`;
  if (price > highest) return `At ${say(price)} the receiver loses: it can pay at most ${say(highest)}.`;
  return `Both gain at every price from ${say(lowest)} to ${say(highest)}.`;
}
