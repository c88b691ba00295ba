// Small files for imports, made up: treatment plants in Jutland, as the European register tells them.

const header = 'wwtp_id,name,country,nuts3,lat,lon,load_entering_pe,capacity_pe,treatment,nace2_inferred';

/** On a grid of about a kilometre; each plant is an organization, a site and the supply of its effluent. */
export function plantRows(space: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => {
    const latitude = (55 + (n % 100) / 100).toFixed(2);
    const longitude = (9.2 + Math.floor(n / 100) / 100).toFixed(2);
    return `${space}-${n},Plant ${space} ${n},DK,DK041,${latitude},${longitude},${1000 + n},,secondary,37.00`;
  });
}

export const plantTable = (rows: readonly string[]): string => [header, ...rows, ''].join('\n');

export const quarry = {
  format: 'crg-city/1',
  name: 'Quarry town',
  year: 2025,
  organizations: [{ id: 'quarry', name: 'Quarry' }],
  sites: [{ id: 'pit', organization_id: 'quarry', name: 'Pit', longitude: 9.3, latitude: 55.1, country: 'DK' }],
  flows: [],
};
