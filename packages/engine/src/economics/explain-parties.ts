// Each party of a kept pair with the lines its figures are made of.
import type { Line, PartyEconomics, PartyName, PriceCorridor } from '@crg/domain/match';
import { internalRates, levelFlows, payback } from '../formulas/finance.ts';
import { inWords, numberWord } from '../plain-words.ts';
import type { FactorTable } from './factor-table.ts';
import { annuityIn, netPresentValue, paybackYears } from './finance.ts';
import type { PairFigures } from './pair-figures.ts';
import type { PartyFigures, Settlement } from './parties.ts';

/**
 * Supplier, receiver, society. Investments stand in EUR, what comes in every year in EUR/a, what goes out with a minus.
 * @param money the lines of the pair: what is one party's own is shown in the same words
 */
export function explainParties(
  figures: PairFigures,
  settlement: Settlement,
  money: readonly Line[],
  factors: FactorTable,
): readonly PartyEconomics[] {
  const lines: Readonly<Record<PartyName, readonly Line[]>> = {
    supplier: [salesLine(figures, settlement), ...money.filter(isSuppliers)],
    receiver: [...money.filter(isReceivers), purchaseLine(figures, settlement)],
    society: societyLines(figures, settlement, factors),
  };
  return partyNames.map((party) => partyEconomics(party, settlement.parties[party], lines[party], factors));
}

const partyNames: readonly PartyName[] = ['supplier', 'receiver', 'society'];

/** What stands at the source: a converter, and taking heat out. */
function isSuppliers({ id }: Line): boolean {
  return id === 'avoided_disposal' || id === 'extraction' || id.startsWith('converter_');
}

/** What is neither the supplier's nor a sum. */
function isReceivers(line: Line): boolean {
  return !isSuppliers(line) && !sums.has(line.id);
}

const sums: ReadonlySet<string> = new Set(['quantity', 'lost_on_the_way', 'benefit', 'annuity', 'margin']);

function partyEconomics(
  party: PartyName,
  project: PartyFigures,
  lines: readonly Line[],
  factors: FactorTable,
): PartyEconomics {
  const { mids } = factors;
  const { investmentEur, benefitEurPerYear } = project;
  const rate = mids['finance.discount_rate'];
  const flows = levelFlows(investmentEur, benefitEurPerYear, mids['finance.years']);
  const years = paybackYears(project, mids);
  const annuityEur = annuityIn(mids) * investmentEur;
  const marginEurPerYear = benefitEurPerYear - annuityEur;
  const npvEur = netPresentValue(project, mids);
  return {
    party,
    investmentEur,
    benefitEurPerYear,
    marginEurPerYear,
    npvEur,
    internalRates: internalRates(flows),
    paybackYears: years,
    discountedPaybackYears: years === null ? null : payback(flows, rate),
    lines: [...lines, ...resultLines({ investmentEur, benefitEurPerYear, annuityEur, marginEurPerYear, npvEur }, mids)],
  };
}

interface Results extends PartyFigures {
  readonly annuityEur: number;
  readonly marginEurPerYear: number;
  readonly npvEur: number;
}

/** Benefit, what the investment takes of it every year, what is left, and what that is worth today. */
function resultLines(
  { investmentEur, benefitEurPerYear, annuityEur, marginEurPerYear, npvEur }: Results,
  values: FactorTable['mids'],
): readonly Line[] {
  const annuity = annuityIn(values).toFixed(4);
  const finance = ['finance.discount_rate', 'finance.years'];
  const benefit = numberWord(benefitEurPerYear);
  return [
    line('benefit', 'Benefit before investment', benefitEurPerYear, 'sum of the lines in EUR/a'),
    line(
      'annuity',
      'Investment, spread over its years with interest',
      -annuityEur,
      `${inWords(investmentEur, 'EUR')} x ${annuity} a year`,
      finance,
    ),
    line('margin', 'Yearly margin', marginEurPerYear, `${benefit} - ${inWords(annuityEur, 'EUR/a')}`),
    {
      ...line(
        'npv',
        'Net present value',
        npvEur,
        `${benefit} / ${annuity} - ${inWords(investmentEur, 'EUR')}`,
        finance,
      ),
      unit: 'EUR',
    },
  ];
}

function salesLine({ pair }: PairFigures, { corridor, salesEur }: Settlement): Line {
  const quantity = inWords(pair.commonYearly, pair.demand.type.yearlyUnit);
  return line('sales', "Sale at the supplier's gate", salesEur, `${quantity} x ${priceWords(corridor)}`);
}

function purchaseLine({ pair }: PairFigures, { corridor, salesEur }: Settlement): Line {
  const quantity = inWords(pair.commonYearly, pair.demand.type.yearlyUnit);
  return line('purchase', "Purchase at the supplier's gate", -salesEur, `${quantity} x ${priceWords(corridor)}`);
}

function priceWords({ price, priceBasis, unit, lowest, highest }: PriceCorridor): string {
  const between = `${numberWord(lowest)} and ${inWords(highest, unit)}`;
  const basis = {
    stated: 'as the supply states',
    nash: `both gain alike, halfway between ${between}`,
    middle_of_gap: `no price serves both, the middle between ${between}`,
  }[priceBasis];
  return `${inWords(price, unit)} (${basis})`;
}

/** Both parties' own lines in one sum each; what one pays the other is in both and cancels. */
function societyLines(figures: PairFigures, settlement: Settlement, factors: FactorTable): readonly Line[] {
  const { supplier, receiver, society } = settlement.parties;
  const sum = `${numberWord(supplier.investmentEur)} of the supplier + ${inWords(receiver.investmentEur, 'EUR')} of the receiver`;
  return [
    line('supplier', "Supplier's benefit", supplier.benefitEurPerYear, 'as worked out for the supplier'),
    line('receiver', "Receiver's benefit", receiver.benefitEurPerYear, 'as worked out for the receiver'),
    ...tariffLines(figures, settlement, factors),
    { ...line('investment', 'Investment of both', society.investmentEur, sum), unit: 'EUR' },
  ];
}

function tariffLines(
  { avoidedPurchase }: PairFigures,
  { savedTariffsEur }: Settlement,
  factors: FactorTable,
): readonly Line[] {
  if (savedTariffsEur === 0) return [];
  const { label, mid } = factors.factor('electricity.tariff_share');
  const formula = `${inWords(avoidedPurchase, 'EUR/a')} x ${numberWord(mid)}; the public no longer receives it`;
  return [line('saved_tariffs', label, -savedTariffsEur, formula, ['electricity.tariff_share'])];
}

function line(id: string, label: string, amount: number, formula: string, factors: readonly string[] = []): Line {
  return { id, label, amount, unit: 'EUR/a', formula, factors };
}
