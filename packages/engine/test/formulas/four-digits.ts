// The worked examples are stated to four significant digits.
import { expect } from 'vitest';

export function toFourDigits(actual: number, stated: number): void {
  expect(Math.abs(actual / stated - 1), `expected ${stated}, got ${actual}`).toBeLessThan(5e-4);
}
