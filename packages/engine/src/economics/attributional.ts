// By how much each party's own inventory changes: average factors, nothing about what the world would do without the exchange.
import type { AttributionalCo2, Line } from '@crg/domain/match';
import { inWords, numberWord } from '../plain-words.ts';
import type { FactorTable } from './factor-table.ts';
import { type FactorId, gridFactor } from './factors.ts';
import { gridWords } from './grid-words.ts';
import type { PairFigures } from './pair-figures.ts';
import { economicsOf } from './type-economics.ts';

/**
 * Convention (GHG Protocol, scopes 1 to 3): the receiver's inventory falls by all it no longer burns or buys, at average
 * factors and without a displacement of markets, and rises by the transport and the pumping it pays; what it receives counts
 * 0 because it is a residue of the supplier's, which has to be truly unavoidable. The supplier's inventory falls by the
 * disposal it no longer causes (scope 3, waste) and rises by what its converter takes. What electricity emits is unknown,
 * and left out, where the grid is.
 *
 * A fall stands below 0. The two are different inventories: they are never added up, nor to the tonnes avoided.
 * @param avoided the lines of what is avoided: what both ways of counting share is shown in the same words, sign reversed
 */
export function attributionalCo2(
  figures: PairFigures,
  avoided: readonly Line[],
  factors: FactorTable,
): AttributionalCo2 {
  const supplier = avoided.filter(isSuppliers).map(reversed);
  const receiver = [replacedLine(figures, factors), receivedLine(), ...avoided.filter(isReceivers).map(reversed)];
  const supplierTonnesPerYear = sumOf(supplier);
  const receiverTonnesPerYear = sumOf(receiver);
  return {
    supplierTonnesPerYear,
    receiverTonnesPerYear,
    lines: [
      ...supplier,
      line('supplier', "Supplier's inventory", supplierTonnesPerYear, 'sum of the lines above'),
      ...receiver,
      line('receiver', "Receiver's inventory", receiverTonnesPerYear, 'sum of its lines'),
    ],
  };
}

function isSuppliers({ id }: Line): boolean {
  return id === 'avoided_disposal' || id.startsWith('converter_');
}

/** Transport; what is replaced has a line of its own. */
function isReceivers({ id }: Line): boolean {
  return id === 'vehicles' || id === 'electricity';
}

function reversed(line: Line): Line {
  return { ...line, amount: 0 - line.amount };
}

function sumOf(lines: readonly Line[]): number {
  return lines.reduce((total, { amount }) => total + amount, 0);
}

function replacedLine({ pair, delivered, gasEnergy }: PairFigures, factors: FactorTable): Line {
  const id = 'replaced';
  const label = 'What the receiver no longer burns or buys';
  const { replaced } = economicsOf(pair.demand.type.id);
  if (replaced === undefined) return line(id, label, 0, 'no sourced factor for this type');
  const ratio = isRecipe(replaced.displaced) ? factors.factor(replaced.displaced).mid : 1;
  const named = ratio === 1 ? [] : [replaced.displaced];
  const quantity = inWords(delivered, pair.demand.type.yearlyUnit);
  const perUnit = 'co2' in replaced ? replaced.co2 : replaced.electricity;
  const { mid, unit } = factors.factor(perUnit);
  const tonnes = (-delivered * gasEnergy.ratio * ratio * mid) / 1000;
  const formula = `-${quantity}${gasEnergy.words}${ratio === 1 ? '' : ` x ${numberWord(ratio)}`} x ${inWords(mid, unit)}`;
  if ('co2' in replaced) return line(id, label, tonnes, formula, [perUnit, ...named]);
  const { country } = pair.demand.site;
  const grid = gridFactor(country);
  const withGrid = `${formula} x ${gridWords(country, factors)}`;
  if (grid === null) return line(id, label, 0, withGrid, [perUnit]);
  return line(id, label, tonnes * factors.mids[grid], withGrid, [perUnit, grid]);
}

/** How much of the replaced thing goes into the same product is a recipe; how much of it the market still makes is not. */
function isRecipe(displaced: FactorId): boolean {
  return displaced === 'displaced.clinker_by_fly_ash' || displaced === 'displaced.clinker_by_slag';
}

function receivedLine(): Line {
  const formula = '0 for a residue that is truly unavoidable; of anything else the receiver takes over a share';
  return line('received', 'What the receiver takes instead', 0, formula);
}

function line(id: string, label: string, amount: number, formula: string, factors: readonly string[] = []): Line {
  return { id, label, amount, unit: 't/a', formula, factors };
}
