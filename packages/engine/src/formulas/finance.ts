// Money over time: annuities, present values, internal rates, paybacks, prices between two parties. Rates are shares, 0.08 is 8 % a year.

/** How many rates were found, and which. What a match says of them (`@crg/domain/match`) has the same shape. */
export interface InternalRates {
  readonly status: 'none' | 'single' | 'ambiguous';
  readonly rates: readonly number[];
}

/** Share of an investment that pays it back with interest every year: r/(1-(1+r)^-n), 1/n at r = 0. */
export function annuityFactor(rate: number, years: number): number {
  return rate === 0 ? 1 / years : rate / (1 - (1 + rate) ** -years);
}

/** What a first payment of 1 at the end of the first year, growing by `growth` every year, is worth today. */
export function growingAnnuity({ growth, rate, years }: { growth: number; rate: number; years: number }): number {
  return growth === rate ? years / (1 + rate) : (1 - ((1 + growth) / (1 + rate)) ** years) / (rate - growth);
}

/** EUR today of payments at the end of each year; the first one is today's. */
export function presentValue(flows: readonly number[], rate: number): number {
  return flows.reduceRight((later, flow) => later / (1 + rate) + flow, 0);
}

/** What is paid today and what comes in for it at the end of each year: an investment and its level benefit over whole years. */
export function levelFlows(investment: number, benefit: number, years: number): readonly number[] {
  return [-investment, ...Array<number>(years).fill(benefit)];
}

/**
 * The rates at which the flows are worth nothing, smallest first; none, one or several, negative ones included.
 *
 * Flows that change sign once have exactly one rate above -1, above 0 where they add up to more than 0 on the side of what
 * comes last, and it is found however far it is. Others are looked at on 512 points of ln(1+r) from -99 % to
 * 1,000 %, and a rate where they touch 0 without crossing it counts as well. Where the running sum changes sign once and
 * does not end at 0 there is one positive rate (Norstrom), and a negative one beside it still makes the answer ambiguous.
 * Bisected to 1e-10; a rate of touch is found to about 1e-7.
 */
export function internalRates(flows: readonly number[]): InternalRates {
  const signs = flows.filter((flow) => flow !== 0).map(Math.sign);
  const changes = signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;
  const rates = changes === 0 ? [] : changes === 1 ? [onlyRate(flows)] : scannedRates(flows);
  return { status: rates.length === 0 ? 'none' : rates.length === 1 ? 'single' : 'ambiguous', rates };
}

/** The one root of flows that change sign once. The sign of their sum says on which side of 0 it lies, and only that side is searched. */
function onlyRate(flows: readonly number[]): number {
  const atZero = Math.sign(relativeValue(flows, 0));
  if (atZero === 0) return 0;
  const isOnThisSide = (logGrowth: number) => Math.sign(relativeValueAt(flows, Math.exp(logGrowth))) === atZero;
  const outwards = atZero === Math.sign(flows.findLast((flow) => flow !== 0) as number) ? 1 : -1;
  let [near, far] = [0, 1];
  while (far < farthestLog && isOnThisSide(outwards * far)) [near, far] = [far, Math.min(2 * far, farthestLog)];
  while (far - near > nearEnoughLog * Math.max(1, near)) {
    const middle = (near + far) / 2;
    if (isOnThisSide(outwards * middle)) near = middle;
    else far = middle;
  }
  return Math.max(lowestRate, Math.expm1((outwards * (near + far)) / 2));
}

function scannedRates(flows: readonly number[]): readonly number[] {
  const step = Math.log((1 + scan.to) / (1 + scan.from)) / (scan.points - 1);
  const grid = Array.from({ length: scan.points }, (_, index) => (1 + scan.from) * Math.exp(index * step) - 1);
  const values = grid.map((rate) => relativeValue(flows, rate));
  const at = (index: number) => ({ rate: grid[index] as number, value: values[index] as number });
  const rates: number[] = [];
  for (let index = 0; index < scan.points; index++) {
    const here = at(index);
    if (here.value === 0) rates.push(here.rate);
    if (index === scan.points - 1) break;
    const next = at(index + 1);
    if (here.value * next.value < 0) rates.push(bisected(flows, here.rate, next.rate));
    if (index > 0 && isDip(at(index - 1).value, here.value, next.value))
      rates.push(...ratesInDip(flows, at(index - 1).rate, next.rate));
  }
  return rates.sort((a, b) => a - b);
}

/** Three neighbours on one side of 0, the middle one nearest to it: the curve may touch 0 in between, or cross it twice. */
function isDip(before: number, here: number, after: number): boolean {
  const isOneSide = before * here > 0 && here * after > 0;
  return isOneSide && Math.abs(here) <= Math.abs(before) && Math.abs(here) < Math.abs(after);
}

function ratesInDip(flows: readonly number[], from: number, to: number): readonly number[] {
  const side = Math.sign(relativeValue(flows, from));
  const bottom = lowestBetween((rate) => side * relativeValue(flows, rate), from, to);
  const depth = side * relativeValue(flows, bottom);
  if (Math.abs(depth) < touching) return [bottom];
  return depth > 0 ? [] : [bisected(flows, from, bottom), bisected(flows, bottom, to)];
}

/** Golden section; `curve` falls and then rises between both ends. */
function lowestBetween(curve: (rate: number) => number, from: number, to: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  while (high - low > nearEnough) {
    const left = high - golden * (high - low);
    const right = low + golden * (high - low);
    if (curve(left) <= curve(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

function bisected(flows: readonly number[], from: number, to: number): number {
  let [low, high] = [from, to];
  const lowSide = Math.sign(relativeValue(flows, low));
  while (high - low > nearEnough * Math.max(1, low)) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (Math.sign(relativeValue(flows, middle)) === lowSide) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Present value over the present value of all amounts without their signs: in [-1,1] at every rate, with the same roots. */
function relativeValue(flows: readonly number[], rate: number): number {
  return relativeValueAt(flows, 1 + rate);
}

/** The same by 1 + rate. Below 1 both are counted at the end instead of today: no power of it then grows beyond all numbers. */
function relativeValueAt(flows: readonly number[], growth: number): number {
  const value = (amounts: readonly number[]) =>
    growth < 1 ? amounts.reduce((earlier, amount) => earlier * growth + amount, 0) : presentValue(amounts, growth - 1);
  return value(flows) / value(flows.map(Math.abs));
}

const scan = { from: -0.99, to: 10, points: 512 };
const nearEnough = 1e-10;
/** On the scale of ln(1 + rate): about the largest that a number can hold, and how near a root is looked for. */
const farthestLog = 700;
const nearEnoughLog = 1e-14;
/** The number next above -1: what is nearer to a loss of everything cannot be told from it. */
const lowestRate = -1 + 2 ** -53;
const touching = 1e-13;

/**
 * Years until the running sum of the (discounted) flows has come back to 0, on a straight line inside the year; 0 without
 * an investment, null when it is not reached within the flows.
 */
export function payback(flows: readonly number[], rate = 0): number | null {
  let sum = 0;
  for (const [year, flow] of flows.entries()) {
    const discounted = flow / (1 + rate) ** year;
    if (sum + discounted >= 0) return year === 0 ? 0 : year - 1 + -sum / discounted;
    sum += discounted;
  }
  return null;
}

/** Rates with inflation in them from rates without, and back: (1+i) = (1+r)(1+pi). The two are never mixed. */
export function nominalRate(realRate: number, inflation: number): number {
  return (1 + realRate) * (1 + inflation) - 1;
}

export function realRate(nominal: number, inflation: number): number {
  return (1 + nominal) / (1 + inflation) - 1;
}

export interface OwnSide {
  readonly investmentEur: number;
  readonly annuity: number;
  /** What is paid each year for the exchange apart from its price, EUR/a. */
  readonly costsEurPerYear: number;
  /** Disposal (supplier) or purchase (receiver) that is no longer paid, EUR/a. */
  readonly avoidedEurPerYear: number;
}

/** EUR per unit at which the supplier gains nothing: (a I + O - D)/Q. Below 0: it would pay to be rid of it. */
export function lowestPrice({ investmentEur, annuity, costsEurPerYear, avoidedEurPerYear }: OwnSide, quantity: number) {
  return (annuity * investmentEur + costsEurPerYear - avoidedEurPerYear) / quantity;
}

/** EUR per unit at which the receiver gains nothing: (A - a I - O)/Q. */
export function highestPrice(receiver: OwnSide, quantity: number): number {
  return -lowestPrice(receiver, quantity);
}

/**
 * Where two parties settle who share the gain by their power: p_min + alpha (p_max - p_min); null when there is none.
 * @param supplierPower alpha in [0,1]; 0.5 shares it alike
 */
export function nashPrice({
  lowest,
  highest,
  supplierPower = 0.5,
}: {
  lowest: number;
  highest: number;
  supplierPower?: number;
}): number | null {
  return lowest > highest ? null : lowest + supplierPower * (highest - lowest);
}

/**
 * Cost of the same thing in another size: C (S2/S1)^n.
 * @param exponent 0.6 by default, 0.5 to 0.8 by technology
 * @throws RangeError when the sizes differ by more than a factor of five
 */
export function scaledCost({
  cost,
  size,
  toSize,
  exponent = 0.6,
}: {
  cost: number;
  size: number;
  toSize: number;
  exponent?: number;
}): number {
  const ratio = toSize / size;
  if (!(ratio > 1 / farthestScaling && ratio < farthestScaling))
    throw new RangeError(
      `Expected sizes within a factor of ${farthestScaling}, got ${size} and ${toSize}: start from a nearer size`,
    );
  return cost * ratio ** exponent;
}

/** Cost of one year in money of another, by a price index of both years: C I_to / I_from. */
export function indexedCost(cost: number, { from, to }: { from: number; to: number }): number {
  return (cost * to) / from;
}

const farthestScaling = 5;
