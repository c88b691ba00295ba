// Units of quality parameters as people read them.

/** UCUM spellings in plain letters; what is counted in nothing, as a share or a pH, has no unit to print. */
export function unitText(unit: string): string {
  return words[unit] ?? unit.replace('m3', 'm³').replace('/a', '/yr');
}

const words: Readonly<Record<string, string>> = {
  Cel: '°C',
  '1': '',
  '[pH]': '',
  '[ppm]': 'ppm',
  '{NTU}': 'NTU',
  '{CFU}/L': 'CFU/L',
  '{CFU}/dL': 'CFU/100 mL',
};
