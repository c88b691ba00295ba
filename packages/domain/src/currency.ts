// Exchange rates that may be used: each with the day it holds for and where it stands.

export interface DatedRate {
  readonly currency: string;
  /** Units of the currency for 1 EUR. */
  readonly perEuro: number;
  /** The day from which the rate holds. */
  readonly date: string;
  readonly source: string;
}

/** A currency that is not listed has no rate: prices in it stay unconverted and are said to be so, never guessed. */
export const datedRates: readonly DatedRate[] = [
  { currency: 'EUR', perEuro: 1, date: '1999-01-01', source: 'docs/data-sources.md#currency' },
  // ERM II central rate; Danmarks Nationalbank keeps the krone within 2.25 % of it.
  { currency: 'DKK', perEuro: 7.46038, date: '1999-01-01', source: 'docs/data-sources.md#currency' },
];

/** Amount in EUR, or null when the currency has no dated rate. */
export function inEuro(amount: number, currency: string): number | null {
  const rate = datedRates.find((candidate) => candidate.currency === currency);
  return rate === undefined ? null : amount / rate.perEuro;
}

/** The shape of an ISO 4217 code; whether a rate exists is another question. */
export function isCurrencyCode(text: string): boolean {
  return /^[A-Z]{3}$/.test(text);
}
