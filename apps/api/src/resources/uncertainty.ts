// What is open about a pair, as the API shows it.
import type { Uncertainty } from '@crg/api-contract/match';
import type { Driver, PairUncertainty } from '@crg/domain/match';

export function uncertaintyResource(uncertainty: PairUncertainty): Uncertainty {
  return {
    samples: uncertainty.samples,
    seed: uncertainty.seed,
    margin_eur_per_year: { ...uncertainty.marginEurPerYear },
    npv_eur: { ...uncertainty.npvEur },
    co2_t_per_year: { ...uncertainty.co2TonnesPerYear },
    chance_of_loss: uncertainty.chanceOfLoss,
    drivers: uncertainty.drivers.map(driver),
  };
}

function driver({
  input,
  label,
  low,
  high,
  unit,
  npvAtLowEur,
  npvAtHighEur,
  share,
}: Driver): Uncertainty['drivers'][number] {
  return { input, label, low, high, unit, npv_at_low_eur: npvAtLowEur, npv_at_high_eur: npvAtHighEur, share };
}
