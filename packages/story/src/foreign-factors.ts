// CO2 factors of a country in which neither side stands: better than nothing, and to be said.
import type { ChainDetail } from '@crg/api-contract/chain';
import type { MatchDetail } from '@crg/api-contract/match';
import { exact } from './format.ts';
import { plainUnit } from './made.ts';

/** `Natural gas: 0.195 t/MWh, UK Government GHG conversion factors 2025, UK`; a figure of the city's own is never foreign. */
export function foreignFactors({ supply, demand, explanation }: MatchDetail | ChainDetail): readonly string[] {
  const named = new Set(explanation.co2.lines.flatMap(({ factors }) => factors));
  const here = new Set([supply, demand].flatMap(({ site }) => placesOf(site.country ?? null)));
  return explanation.factors
    .filter(
      ({ id, overridden, geography }) =>
        named.has(id) && !overridden && isOneCountry(geography) && !here.has(geography),
    )
    .map(
      ({ label, mid, unit, source, year, geography }) =>
        `${label}: ${exact(mid)} ${plainUnit(unit)}, ${source} ${year}, ${geography}`,
    );
}

/** `DK` also stands as Denmark in sources, and GB mostly as UK. */
function placesOf(country: string | null): readonly string[] {
  if (country === null) return [];
  return [country, names.of(country) ?? country, ...(country === 'GB' ? ['UK'] : [])];
}

const names = new Intl.DisplayNames(['en'], { type: 'region' });
const wide = ['any', 'Europe', 'EU', 'EU27', 'World', 'Nordic'];

function isOneCountry(geography: string): boolean {
  return !wide.includes(geography);
}
