// An invented region of some hundred sites, brought into a running product the way a program would: through the API.
import type { Import } from '@crg/api-contract/import';

/** Where the first town stands and how far the next ones, row by row; degrees. */
interface Spread {
  readonly longitude: number;
  readonly latitude: number;
  readonly columns: number;
  readonly east: number;
  readonly north: number;
}

const islands: Spread = { longitude: 11.6, latitude: 55.6, columns: 5, east: 0.22, north: 0.16 };
/** 45 by 45 towns from Portugal to the Baltic Sea. */
export const continent: Spread = { longitude: -8, latitude: 38, columns: 45, east: 0.72, north: 0.5 };

/** Towns of works that give and take heat; the first four works of each town share one point, as a park at one address does. */
export function inventedRegion(towns: number, worksPerTown: number, spread = islands) {
  const works = Array.from({ length: towns }, (_, town) =>
    Array.from({ length: worksPerTown }, (_, index) => {
      const at = index < 4 ? 0 : index;
      return {
        id: `invented-${town}-${index}`,
        name: `Invented Works ${town + 1}.${index + 1}`,
        longitude: spread.longitude + (town % spread.columns) * spread.east + Math.cos(at) * 0.02,
        latitude: spread.latitude + Math.floor(town / spread.columns) * spread.north + Math.sin(at) * 0.012,
        gives: index % 2 === 0,
      };
    }),
  ).flat();
  return {
    format: 'crg-city/1',
    name: 'Invented region',
    year: 2024,
    currency: 'EUR',
    organizations: works.map(({ id, name }) => ({ id, name, nace: '10.51' })),
    sites: works.map(({ id, name, longitude, latitude }) => ({
      id: `${id}-site`,
      organization_id: id,
      name,
      longitude,
      latitude,
      country: 'DK',
    })),
    flows: works.map(({ id, gives }, index) => ({
      id: `${id}-heat`,
      site_id: `${id}-site`,
      direction: gives ? 'supply' : 'demand',
      type: 'heat.hot_water',
      name: 'Hot water',
      quantity: { amount: 500 + (index % 17) * 40, unit: 'kW', precision: 'estimated' },
      quality: { temperature_c: gives ? { min: 90, max: 95 } : { min: 70, max: 85 } },
    })),
  };
}

/** Uploads, checks, writes, and waits until the matching has seen it; each step at most `seconds`. */
export async function importCity(address: string, city: object, seconds = 90): Promise<void> {
  const form = new FormData();
  form.append('file', new Blob([JSON.stringify(city)], { type: 'application/json' }), 'region.json');
  const { id } = await send<Import>(`${address}/api/v1/imports`, { method: 'POST', body: form });
  await send(`${address}/api/v1/imports/${id}/check`, { method: 'POST' });
  await until(() => stateOf(address, id, 'checked'), seconds);
  await send(`${address}/api/v1/imports/${id}/write`, { method: 'POST' });
  await until(() => stateOf(address, id, 'imported'), seconds);
  await until(async () => {
    const { matching, counts } = await send<{ matching: { up_to_date: boolean }; counts: { matches: number } }>(
      `${address}/api/v1/city`,
    );
    return matching.up_to_date && counts.matches > 100;
  }, seconds);
}

async function stateOf(address: string, id: string, wanted: string): Promise<boolean> {
  const { state, error } = await send<Import>(`${address}/api/v1/imports/${id}`);
  if (state === 'failed') throw new Error(`Expected the import to be ${wanted}, it failed: ${error}`);
  return state === wanted;
}

async function send<Answer>(url: string, options: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${options.method ?? 'GET'} ${url}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Answer;
}

async function until(isSo: () => Promise<boolean>, seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Expected a step of the import or its matching to end within ${seconds} s.`);
    await new Promise((wake) => setTimeout(wake, 250));
  }
}
