// The Hotmaps Industrial Database: three bands of excess heat per plant become up to three supplies of flue gas heat.
import type { Mapping } from '@crg/city-format/mapping-schema';

export const hotmapsIndustry: Mapping = {
  format: 'crg-mapping/1',
  name: 'hotmaps-industry',
  title: 'Hotmaps Industrial Database: plants and their excess heat',
  recognised_by: [
    'site_id',
    'company',
    'site',
    'country',
    'lat',
    'lon',
    'excess_heat_100_200c_gwh',
    'excess_heat_200_500c_gwh',
    'excess_heat_over_500c_gwh',
  ],
  source: { reference: 'Hotmaps Industrial Database, H2020 project 723677', licence: 'CC BY 4.0' },
  id_space: 'hotmaps',
  organization: {
    name: { first_of: [{ column: 'company' }, { column: 'site' }, { column: 'site_id' }] },
    nace: { column: 'nace2_inferred' },
  },
  site: {
    id: { column: 'site_id' },
    name: { first_of: [{ column: 'site' }, { column: 'site_id' }] },
    latitude: { column: 'lat' },
    longitude: { column: 'lon' },
    country: { column: 'country' },
  },
  flows: [
    band('excess_heat_100_200c_gwh', { from: 100, to: 200 }),
    band('excess_heat_200_500c_gwh', { from: 200, to: 500 }),
    band('excess_heat_over_500c_gwh', { from: 500, to: null }),
  ],
};

/** The source models the heat per band of flue gas temperature (°C): an estimate, and a band without heat is no flow. */
function band(column: string, { from, to }: { from: number; to: number | null }): Mapping['flows'][number] {
  return {
    when: { column, above: 0 },
    fields: {
      id: { column: 'site_id', after: to === null ? '/heat-over-500' : `/heat-${from}-${to}` },
      name: { value: to === null ? 'Excess heat above 500 °C' : `Excess heat of ${from} to ${to} °C` },
      direction: { value: 'supply' },
      type: { value: 'heat.flue_gas' },
      'quantity.amount': { column },
      'quantity.unit': { value: 'GWh/a' },
      'quantity.precision': { value: 'estimated' },
      'quality.temperature_c.min': { value: from },
      ...(to === null ? {} : { 'quality.temperature_c.max': { value: to } }),
      'source.certainty': { value: 'modelled by the source from production and fuel, 2014' },
    },
  };
}
