// Numbers for a person at a terminal: three digits say enough, JSON has all of them.

/** `1,234,567`, `12.3`, `0.00123`, `-4.56`. */
export function figure(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return value === 0 ? '0' : String(value);
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-GB');
  return String(Number(value.toPrecision(3)));
}

export const percent = (share: number): string => `${figure(share * 100)} %`;

/** What is counted in nothing has no unit to print. */
export const printedUnit = (unit: string): string => (unit === '1' ? '' : unit);

/** A number that may be missing. */
export const orDash = (value: number | null, text: (value: number) => string = figure): string =>
  value === null ? '-' : text(value);
