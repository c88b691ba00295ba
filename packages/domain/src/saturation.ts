// The boiling line of water: which temperature belongs to which pressure.

/**
 * Temperature at which water boils (°C) at an absolute pressure (bar).
 *
 * IAPWS-IF97, region 4, equation 31; valid from the triple point to the critical point, undefined outside.
 * Source: docs/data-sources.md#steam
 */
export function saturationTemperatureC(pressureBar: number): number | undefined {
  if (!(pressureBar >= triplePointBar && pressureBar <= criticalPointBar)) return undefined;
  const beta = (pressureBar / barPerMegapascal) ** 0.25;
  const e = beta * beta + n3 * beta + n6;
  const f = n1 * beta * beta + n4 * beta + n7;
  const g = n2 * beta * beta + n5 * beta + n8;
  const d = (2 * g) / (-f - Math.sqrt(f * f - 4 * e * g));
  const kelvin = (n10 + d - Math.sqrt((n10 + d) * (n10 + d) - 4 * (n9 + n10 * d))) / 2;
  return kelvin - 273.15;
}

/**
 * Absolute pressure (bar) under which water boils at a temperature (°C): equation 30, of which the one above is the inverse.
 * Undefined below 0.01 °C and above the critical point.
 */
export function saturationPressureBar(temperatureC: number): number | undefined {
  if (!(temperatureC >= triplePointC && temperatureC <= criticalPointC)) return undefined;
  const kelvin = temperatureC + 273.15;
  const theta = kelvin + n9 / (kelvin - n10);
  const a = theta * theta + n1 * theta + n2;
  const b = n3 * theta * theta + n4 * theta + n5;
  const c = n6 * theta * theta + n7 * theta + n8;
  return ((2 * c) / (-b + Math.sqrt(b * b - 4 * a * c))) ** 4 * barPerMegapascal;
}

const triplePointC = 0.01;
const criticalPointC = 373.946;
const barPerMegapascal = 10;
const triplePointBar = 0.00611213;
const criticalPointBar = 220.64;

/** Coefficients of region 4, numbered as in IAPWS R7-97, table 34. */
const n1 = 1167.0521452767;
const n2 = -724213.16703206;
const n3 = -17.073846940092;
const n4 = 12020.82470247;
const n5 = -3232555.0322333;
const n6 = 14.91510861353;
const n7 = -4823.2657361591;
const n8 = 405113.40542057;
const n9 = -0.23855557567849;
const n10 = 650.17534844798;
