// Does a text say nothing but a unit?
import { measures, readUnit } from '@crg/domain/units';

/** True for `t/yr`, `[MWh/a]`, `(°C)`, `%`, `EUR/t` and a dash, which says "no unit". */
export function isUnitText(text: string): boolean {
  const bare = text
    .trim()
    .replace(/^[[(](.*)[\])]$/, '$1')
    .trim()
    .replace(/²/g, '2')
    .replace(/³/g, '3');
  if (bare === '' || bare.length > longestUnit || /^[+-]?\d/.test(bare)) return false;
  return (
    others.test(bare) || (Object.keys(measures) as (keyof typeof measures)[]).some((measure) => reads(bare, measure))
  );
}

const longestUnit = 20;

// What no quantity is counted in, but columns of quality, place and money are.
const others =
  /^(?:-|–|%|°|°C|°F|degC|K|deg|bar|mbar|kPa|MPa|Pa|[mk]?m|pH|ppm|ppb|vol[ .-]?%|wt[ .-]?%|%\s?(?:TS|DM|DS)|[mk]?[gt]\/(?:l|L|kg|t|N?m3)|µg\/l|MJ\/(?:kg|t|N?m3)|kWh\/(?:kg|t|N?m3)|(?:[A-Z]{3}|€|\$|£)(?:\/(?:t|kg|N?m3|MWh|kWh|GWh|h|a|yr|year|m2|pcs))?|PE|p\.e\.|kg ?CO2e?\/(?:kWh|MWh|t))$/;

function reads(text: string, measure: keyof typeof measures): boolean {
  try {
    readUnit(text, measure, ['rate', 'per_year', 'amount']);
    return true;
  } catch {
    return false;
  }
}
