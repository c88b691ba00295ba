// Four of the whole cases with every step written out, so that a reader with a pocket calculator can follow.
// a = 0.08 / (1 - 1.08^-10) = 0.149029489 a year for all four: 8 % over 10 years.
import { expect, test } from 'vitest';
import { matchCity } from '../../src/match-city.ts';
import { cityOf, wholeCases } from './case-city.ts';

test('500 kW of hot water over a kilometre lose 26,836.56 EUR a year and save 920.753 t', () => {
  // Distance: along the parallel of 55.6814 °N, where N = a / sqrt(1 - e^2 sin^2 phi) = 6,392.74988 km and
  // cos phi = 0.563794197: 6,392.74988 x 0.563794197 x 0.0158 x pi/180 = 0.99390018 km; route x 1.27 = 1,262.2532 m.
  // Water: 500 / (4.19 x 30) = 3.97772474 kg/s; between DN 65 (3.93) and DN 80 (6.00): 65 + 15 x 0.04772474 / 2.07 = 65.345831.
  // Pipe: 1.25 x (300 + 3.9 x 65.345831) = 693.56093 EUR/m x 1,262.2532 m = 875,449.52 EUR.
  // Extraction 500 kW x 500 = 250,000; integration 200,000.
  const investment = 875_449.52 + 250_000 + 200_000;
  // Lost: U = 0.207 + 0.009 x 0.04772474 / 2.07 = 0.207207499 W/mK; 85 to 55 °C is 60 K above the ground of 10 °C:
  // 2 x 0.207207499 x 60 = 24.8648999 W/m x 1,262.2532 m x 8,760 h = 274.939608 MWh.
  // Boiler heat at 40 / 0.9 = 44.444444 EUR/MWh for 500 kW x 8,760 h = 4,380 MWh less what is lost: 182,447.13 EUR/a.
  // Upkeep 1 % of the pipe: 8,754.50.
  // Pumps: 150 Pa/m x 2 x 1,262.2532 m x 1.2 = 454,411.16 Pa x 3.97772474 / 975 m3/s / 0.65 = 2.8521065 kW,
  // x 8.76 = 24.984453 MWh at 120 EUR = 2,998.13 EUR.
  const benefit = 182_447.13 - 8_754.5 - 2_998.13;
  // Annuity: 0.149029489 x 1,325,449.52 = 197,531.06.
  const margin = -26_836.56;
  // NPV: -26,836.5649 / 0.149029489 = -180,075.53. Payback: 1,325,449.52 / 170,694.50 = 7.765039 a.
  // CO2: 4,105.060392 x 0.2027 / 0.9 = 924.5508 t; pumps 24.984453 x 0.152 = 3.7976 t.
  agrees('heat-500-kw-one-kilometre', { investment, benefit, margin, npv: -180_075.53, co2: 924.5508 - 3.7976 });
});

test('12,000 t of fly ash over 38.9 km gain 678,446.46 EUR and save 3,861.528 t a year', () => {
  // Distance 38.8640698 km (geodesic); road beyond 20 km x 1.30 = 50.5232907 km.
  // Trip: 1.50 x 50.5232907 x 2 + 60 = 211.569872 EUR, more than 150; 12,000 / 25 = 480 trips: 101,553.54 EUR/a.
  // Bought today at 35 EUR/t: 420,000. Landfilled today at 30 EUR/t: 360,000.
  const benefit = 420_000 + 360_000 - 101_553.54;
  // Nothing is built, so the margin is the benefit. NPV: 678,446.4613 / 0.149029489 = 4,552,430.98.
  // CO2: clinker 12,000 x 0.810 x 0.4 = 3,888 t; landfill 12,000 x 1.263 kg = 15.156 t;
  // trucks 480 x 50.5232907 km x (1.06921 + 0.64734) kg/km = 41.628362 t.
  const co2 = 3_888 + 15.156 - 41.628362;
  agrees('fly-ash-12000-t', { investment: 0, benefit, margin: benefit, npv: 4_552_430.98, co2 });
});

test('800 kW over a private cable of 3.8 km gain 284,519.26 EUR and save 369.777 t a year', () => {
  // Distance 3.05741066 km (geodesic); cable x 1.25 = 3.82176332 km.
  // Cable 150 EUR/m x 3,821.76332 m = 573,264.50, two ends of 100,000.
  const investment = 573_264.5 + 200_000;
  // Weekdays 06 to 22: 80 h a week x 365 / 7 = 4,171.428571 h; x 0.8 MW = 3,337.142857 MWh at 120 EUR = 400,457.14 EUR.
  // I = 800 / (sqrt 3 x 20 x 0.95) = 24.309485 A; loss 3 I^2 x 0.206 x 3.82176332 / 1000 = 1.39573761 kW = 0.174467201 %,
  // 5.822219738 MWh at 120 EUR = 698.67 EUR.
  const benefit = 400_457.14 - 698.67;
  // Annuity: 0.149029489 x 773,264.4986 = 115,239.21. NPV: 284,519.2633 / 0.149029489 = 1,909,147.42.
  const margin = 284_519.26;
  // CO2 with the Austrian grid: 3,337.142857 x 0.111 = 370.422857 t less 5.822219738 x 0.111 = 0.646266 t.
  agrees('power-800-kw', { investment, benefit, margin, npv: 1_909_147.42, co2: 370.422857 - 0.646266 });
});

test('4,500 t of food waste whose owner pays 12 EUR/t gain 40,500 EUR a year and cost 7.301 t', () => {
  // Distance 17.634401 km (geodesic); road to 20 km x 1.34 = 23.6300973 km.
  // Trip: 1.50 x 23.6300973 x 2 + 60 = 130.89 EUR, less than the smallest price of 150; 180 trips: 27,000 EUR/a.
  // The gate fee of 15 EUR/t stays away: 67,500 EUR. The 12 EUR/t go from one party to the other and cancel.
  const benefit = 67_500 - 27_000;
  // NPV: 40,500 / 0.149029489 = 271,758.30. Trucks: 180 x 23.6300973 x 1.71655 kg = 7.301204 t.
  const story = { investment: 0, benefit, margin: benefit, npv: 271_758.3, co2: -7.301204 };
  agrees('food-waste-paid-to-be-taken', story);
});

interface ByHand {
  readonly investment: number;
  readonly benefit: number;
  readonly margin: number;
  readonly npv: number;
  readonly co2: number;
}

function agrees(id: string, { investment, benefit, margin, npv, co2 }: ByHand): void {
  const wholeCase = wholeCases.find((candidate) => candidate.id === id);
  const [match] = wholeCase === undefined ? [] : matchCity(cityOf(wholeCase), { k: 1 }).matches;
  if (match === undefined) throw new Error(`expected the flows of ${id} to match`);
  const { economics } = match;
  expect(Math.abs(economics.investmentEur.mid - investment)).toBeLessThanOrEqual(0.01);
  expect(Math.abs(economics.benefitEurPerYear - benefit)).toBeLessThanOrEqual(0.01);
  expect(Math.abs(economics.marginEurPerYear - margin)).toBeLessThanOrEqual(0.01);
  expect(Math.abs(economics.npvEur.mid - npv)).toBeLessThanOrEqual(0.01);
  expect(Math.abs(economics.co2TonnesPerYear - co2)).toBeLessThanOrEqual(0.001);
}
