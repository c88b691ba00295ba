// Numbers and units as they stand in sentences: short, the same on every machine (no locale).

/** Three significant digits below 1,000, whole numbers with thousands separated above. */
export function inWords(value: number, unit: string | null): string {
  const word = unit === null ? '' : unitWord(unit);
  return word === '' ? numberWord(value) : `${numberWord(value)} ${word}`;
}

export function numberWord(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 1000) return withThousands(value.toFixed(0));
  if (size >= 0.001) return String(Number(value.toPrecision(3)));
  return value.toExponential(1);
}

/** `temperature_c` is judged in UCUM `Cel`, but a person reads °C. */
export function unitWord(unit: string): string {
  return unitWords[unit] ?? unit;
}

const unitWords: Readonly<Record<string, string>> = {
  Cel: '°C',
  '[pH]': '',
  '1': '',
  '[ppm]': 'ppm',
  '{NTU}': 'NTU',
  '{CFU}/L': 'CFU/L',
  '{CFU}/dL': 'CFU/100 mL',
};

function withThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
