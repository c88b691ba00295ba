// Quality figures in other units than the taxonomy's, brought over; a unit nobody knows is never passed over.
import type { QualityParameter } from '@crg/domain/quality-parameters';

/** Turns a figure into the parameter's unit; null: the unit is not one of this figure. */
export type UnitChange = (value: number) => number;

/**
 * @param written unit as a header or units row states it
 * Pressure is absolute: gauge (`barg`) adds one atmosphere.
 */
export function qualityUnit(written: string, parameter: QualityParameter): UnitChange | null {
  const said = spelling(written);
  if (said === spelling(parameter.unit) || sameUnit[parameter.unit]?.includes(said)) return (value) => value;
  const known = changes[parameter.unit];
  // A header may read `constructor`, and every object has one.
  return known !== undefined && Object.hasOwn(known, said) ? (known[said] ?? null) : null;
}

/** As people write the unit in a header. */
export function everydayUnit(parameter: QualityParameter): string {
  return everyday[parameter.unit] ?? parameter.unit;
}

const everyday: Readonly<Record<string, string>> = {
  Cel: '°C',
  '[pH]': 'pH',
  'uS/cm': 'µS/cm',
  '[ppm]': 'ppm',
  '{NTU}': 'NTU',
  '{CFU}/L': 'CFU/L',
  '{CFU}/dL': 'CFU/100 mL',
};

const spelling = (unit: string): string =>
  unit
    .replaceAll('³', '3')
    .replaceAll('²', '2')
    .replaceAll('\u03bc', 'u')
    .replaceAll('µ', 'u')
    .replace(/\s/g, '')
    .toLowerCase();

const sameUnit: Readonly<Record<string, readonly string[]>> = {
  Cel: ['°c', 'c', 'degc', 'deg.c', 'celsius', 'grader', 'grad'],
  '[pH]': ['ph', '-'],
  '%': ['percent', 'pct', 'prozent', 'procent', 'vol%', 'vol.-%', 'wt%', 'w%', 'gew.-%', '%ts', '%ds'],
  bar: ['bara', 'bar(a)', 'barabs'],
  'mg/L': ['ppm'],
  'mg/m3': ['mg/nm3'],
  'MJ/m3': ['mj/nm3'],
  'mg/kg': ['ppm', 'mg/kgts', 'mg/kgds'],
  '[ppm]': ['ppm', 'ppmv', 'vppm', 'ml/m3'],
  '{NTU}': ['ntu', 'fnu'],
  '{CFU}/L': ['cfu/l', 'kbe/l', 'kde/l'],
  '{CFU}/dL': ['cfu/100ml', 'cfu/dl', 'kbe/100ml', 'mpn/100ml'],
  h: ['hours', 'timer', 'stunden', 'std'],
  d: ['days', 'dage', 'tage'],
};

const times =
  (factor: number): UnitChange =>
  (value) =>
    Number((value * factor).toPrecision(15));

const standardAtmosphereBar = 1.01325;
const zeroCelsiusInKelvin = 273.15;
const rounded = (value: number): number => Number(value.toFixed(9));

const changes: Readonly<Record<string, Readonly<Record<string, UnitChange>>>> = {
  Cel: {
    k: (value) => rounded(value - zeroCelsiusInKelvin),
    kelvin: (value) => rounded(value - zeroCelsiusInKelvin),
    '°f': (value) => rounded(((value - 32) * 5) / 9),
    f: (value) => rounded(((value - 32) * 5) / 9),
  },
  bar: {
    barg: (value) => rounded(value + standardAtmosphereBar),
    'bar(g)': (value) => rounded(value + standardAtmosphereBar),
    mbar: times(1e-3),
    kpa: times(1e-2),
    mpa: times(10),
    pa: times(1e-5),
  },
  'mg/L': { 'g/l': times(1000), 'ug/l': times(1e-3), 'g/m3': times(1), 'mg/m3': times(1e-3) },
  'uS/cm': { 'ms/cm': times(1000), 'ms/m': times(10) },
  'mg/m3': { 'g/m3': times(1000), 'g/nm3': times(1000), 'ug/m3': times(1e-3) },
  'mg/kg': { 'g/kg': times(1000), 'ug/kg': times(1e-3) },
  'MJ/m3': { 'kwh/m3': times(3.6), 'kwh/nm3': times(3.6) },
  // German degrees of hardness, and hardness as calcium carbonate.
  'mmol/L': { '°dh': times(0.1783), dh: times(0.1783), 'mg/lcaco3': times(1 / 100.09) },
  'MJ/kg': {
    'kwh/kg': times(3.6),
    'kwh/t': times(3.6e-3),
    'kj/kg': times(1e-3),
    'mj/t': times(1e-3),
    'gj/t': times(1),
  },
  kV: { v: times(1e-3) },
  mm: { cm: times(10), m: times(1000), um: times(1e-3) },
  m: { cm: times(1e-2), mm: times(1e-3) },
  '%': { '‰': times(0.1), permille: times(0.1) },
  'kg/t': { 'g/kg': times(1), '%': times(10) },
};
