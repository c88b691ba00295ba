// Money and CO2 of a pair as the API shows them: in sum, per party, and line by line.
import type { Corridor, Explanation, Line, Party } from '@crg/api-contract/match';
import type * as domain from '@crg/domain/match';

export function economicsResource(economics: domain.PairEconomics): Explanation['economics'] {
  return {
    benefit_eur_per_year: economics.benefitEurPerYear,
    margin_eur_per_year: economics.marginEurPerYear,
    investment_eur: { ...economics.investmentEur },
    npv_eur: { ...economics.npvEur },
    payback_years: economics.paybackYears,
    lines: economics.money.map(line),
    parties: economics.parties.map(party),
    corridor: corridor(explained(economics.corridor, 'a price corridor')),
  };
}

/** What is avoided, and beside it by how much each party's own inventory changes. */
export function co2Resource({ co2TonnesPerYear, co2, co2Attributional }: domain.PairEconomics): Explanation['co2'] {
  const { supplierTonnesPerYear, receiverTonnesPerYear, lines } = explained(co2Attributional, 'inventories');
  return {
    t_per_year: co2TonnesPerYear,
    lines: co2.map(line),
    attributional: {
      supplier_t_per_year: supplierTonnesPerYear,
      receiver_t_per_year: receiverTonnesPerYear,
      lines: lines.map(line),
    },
  };
}

function party(of: domain.PartyEconomics): Party {
  return {
    party: of.party,
    investment_eur: of.investmentEur,
    benefit_eur_per_year: of.benefitEurPerYear,
    margin_eur_per_year: of.marginEurPerYear,
    npv_eur: of.npvEur,
    irr: { status: of.internalRates.status, rates: [...of.internalRates.rates] },
    payback_years: of.paybackYears,
    discounted_payback_years: of.discountedPaybackYears,
    lines: of.lines.map(line),
  };
}

function corridor({ unit, lowest, highest, nash, price, priceBasis }: domain.PriceCorridor): Corridor {
  return { unit, lowest, highest, nash, price, price_basis: priceBasis };
}

function line({ id, label, amount, unit, formula, factors }: domain.Line): Line {
  return { id, label, amount, unit, formula, factors: [...factors] };
}

function explained<T>(part: T | null, what: string): T {
  if (part === null) throw new Error(`Expected an explained pair with ${what}, got one without.`);
  return part;
}
