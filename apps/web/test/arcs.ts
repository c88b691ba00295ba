// Arcs of an invented city, as the API answers them.
import type { Arc } from '@crg/api-contract/map';

export function arc(from: string, to: string, given: Partial<Arc> = {}): Arc {
  return {
    id: `${from}-out~${to}-in`,
    state: 'suggested',
    family: 'heat',
    type: 'heat.hot_water',
    score: 0.5,
    margin_eur_per_year: 1000,
    co2_t_per_year: 10,
    distance_km: 1,
    precision: 'estimated',
    common_quantity: { amount: 100, unit: 'MWh/a' },
    supply: end(from),
    demand: end(to),
    ...given,
  };
}

function end(name: string): Arc['supply'] {
  const nace = { dairy: ['10.51'], refinery: ['19.20'], town: ['84.11'] }[name] ?? [];
  return {
    flow_id: `${name}-flow`,
    site_id: name,
    organization_id: name,
    name,
    nace,
    longitude: 11,
    latitude: 55,
  };
}
