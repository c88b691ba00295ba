// Units that a header carries with it: `Mængde [MWh/a]`, `Temp (°C)`, `Preis in EUR/MWh`.

export interface HeaderUnit {
  /** The header without its unit. */
  readonly name: string;
  readonly unit: string | null;
}

export function headerUnit(header: string): HeaderUnit {
  if (header.length > longestHeader) return { name: header.trim(), unit: null };
  const bracketed = /^(.*?)\s*[[(]\s*([^[\]()]{1,30})\s*[\])]\s*$/.exec(header);
  if (bracketed?.[1] && bracketed[2] !== undefined && looksLikeUnit(bracketed[2])) {
    return { name: bracketed[1], unit: bracketed[2] };
  }
  const worded = /^(.+?)\s+(?:in|i)\s+(\S{1,30})\s*$/i.exec(header);
  if (worded?.[1] && worded[2] !== undefined && looksLikeUnit(worded[2])) return { name: worded[1], unit: worded[2] };
  return { name: header.trim(), unit: null };
}

const longestHeader = 300;
const longestUnit = 60;

/** The unit that counts for a column: of the units row, else of the header. */
export function unitOfColumn(column: string, units: readonly (string | null)[] | null, place: number): string | null {
  const stated = units?.[place]?.trim();
  return stated === undefined || stated === '' ? headerUnit(column).unit : stated;
}

/** `MWh pr. år`, `t/Jahr`, `m³/h` and the like in the spelling that the unit reader knows. */
export function plainUnit(written: string): string {
  if (written.length > longestUnit) return written;
  const unit = written
    .trim()
    .replaceAll('²', '2')
    .replaceAll('³', '3')
    .replace(/\s*(?:\/|\bper\b|\bpr\.?(?=\s)|\bpro\b|\bp\.\s?)\s*/giu, '/')
    .replace(/\/(?:år|aar|jahr|year|yr|annum|a|anno|y)\.?$/iu, '/a')
    .replace(/\/(?:time|timer|stunde|std|hour|hr|h)\.?$/iu, '/h')
    .replace(/\/(?:dag|døgn|tag|day|d)\.?$/iu, '/d')
    .replace(/^(?:tons?|tonnes?|tonnen?|tonn)(?=\/|$)/iu, 't')
    .replace(/^(?:stk\.?|stück|pieces?|pallets?|paller)(?=\/|$)/iu, 'pcs')
    .replace(/^(?:cbm|kubikmeter|m\^3)(?=\/|$)/iu, 'm3')
    .replace(/^(?:kvm|qm|m\^2)(?=\/|$)/iu, 'm2');
  return byLowerCase.get(unit.toLowerCase()) ?? unit;
}

/** Written with other capitals, these can only be one unit; `mW` is left alone, it is a real unit of its own. */
const everydayUnits = [
  'kW',
  'kWh',
  'MWh',
  'GWh',
  'TWh',
  'kWh/a',
  'MWh/a',
  'GWh/a',
  'kWh/h',
  'MWh/h',
  't/a',
  't/h',
  't/d',
  'm3/a',
  'm3/h',
  'm3/d',
  'Nm3/h',
  'Nm3/a',
  'kg/a',
  'kg/h',
  'pcs/a',
  'h/a',
  'm2/a',
];
const byLowerCase = new Map(everydayUnits.map((unit) => [unit.toLowerCase(), unit]));

const unitShape =
  /^(?:[kMGTm]?W(?:h|\.h)?|MW|GW|[kMG]?J|t|tons?|tonnes?|tonnen?|kg|g|[mcd]?m[²³23]|N?m3|Nm³|l|L|h|hours?|timer|stunden|std|pcs|stk|stück|%|‰|°\s?C|°\s?F|K|Cel|C|degC|bar|bara|barg|[kM]?Pa|mbar|µS\/cm|uS\/cm|mS\/cm|mg|µg|ppm|pH|kV|V|m|mm|cm|km|EUR|DKK|USD|GBP|SEK|NOK|CHF|PLN|€|kr\.?|°|deg|degrees?|grader|grad)(?:\s*(?:\/|per|pr\.?|pro)\s*\S{1,15})?$/iu;

function looksLikeUnit(text: string): boolean {
  return unitShape.test(text.trim());
}
