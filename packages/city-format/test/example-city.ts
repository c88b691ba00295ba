// A city that fits on one page; tests change one thing in it.
import type { CityWire } from '../src/schemas.ts';

/**
 * A refinery with warm cooling water and sludge, a greenhouse that heats, and a farm whose place nobody knows. The city knows
 * its electricity price better than the table does.
 */
export function exampleCity(): CityWire {
  return {
    format: 'crg-city/1',
    name: 'Example',
    year: 2024,
    currency: 'EUR',
    organizations: [
      { id: 'o1', name: 'Refinery', nace: '19.20' },
      { id: 'o2', name: 'Greenhouse', nace: ['01.13', '35.30'] },
      { id: 'o3', name: 'Farm' },
    ],
    sites: [
      { id: 's1', organization_id: 'o1', name: 'Main works', longitude: 11.097, latitude: 55.654, country: 'DK' },
      { id: 's2', organization_id: 'o2', name: 'Glass', longitude: 11.11, latitude: 55.66 },
      { id: 's3', organization_id: 'o3', longitude: null, latitude: null },
    ],
    flows: [
      {
        id: 'f1',
        site_id: 's1',
        direction: 'supply',
        type: 'heat.hot_water',
        name: 'Cooling of column 3',
        quantity: { amount: 500, unit: 'kW', precision: 'measured' },
        availability: {
          hours: '1'.repeat(168),
          months: '111111111111',
          valid_from: '2018-01-01',
          valid_to: null,
        },
        quality: { temperature_c: { min: 75, max: 85 } },
        codes: { ewc: null, cpa: null, hs: null },
        price: { amount: 12, currency: 'EUR', per: 'MWh' },
        disposal_cost: { amount: 3, currency: 'EUR', per: 'MWh' },
        limits: { max_distance_km: null, min_quantity: null },
        source: { reference: 'measurement 2024', certainty: 'certain' },
      },
      {
        id: 'f2',
        site_id: 's2',
        direction: 'demand',
        type: 'heat.hot_water',
        quantity: { amount: 4000, unit: 'MWh/a' },
        availability: { hours: 'nights_22_06' },
        quality: { temperature_c: { min: 60 } },
      },
      {
        id: 'f3',
        site_id: 's3',
        direction: 'demand',
        type: 'organic.sewage_sludge',
        quantity: { amount: 30, unit: 't/d' },
        papers: { receiver_permit_codes: true, receiver_approval: null },
      },
    ],
    factors: [
      {
        id: 'price.electricity',
        unit: 'EUR/MWh',
        low: 95,
        mid: 110,
        high: 140,
        source: 'Tariff of the grid company, 2024',
        year: 2024,
        geography: 'DK',
      },
    ],
  };
}
