// The register of urban waste water treatment plants of the European Environment Agency: a plant is a site, its effluent a supply.
import type { Mapping } from '@crg/city-format/mapping-schema';

/** Source: docs/data-sources.md#waste-water-per-population-equivalent */
const cubicMetresPerPopulationEquivalentAndYear = 73;

export const eeaWwtp: Mapping = {
  format: 'crg-mapping/1',
  name: 'eea-wwtp',
  title: 'EEA Waterbase UWWTD: urban waste water treatment plants',
  recognised_by: ['wwtp_id', 'name', 'country', 'lat', 'lon', 'load_entering_pe', 'treatment'],
  source: {
    reference: 'EEA Waterbase UWWTD v6, European Environment Agency',
    licence: 'EEA standard re-use policy, with attribution',
  },
  id_space: 'eea',
  organization: {
    id: { column: 'wwtp_id' },
    name: { first_of: [{ column: 'name' }, { column: 'wwtp_id' }] },
    nace: { column: 'nace2_inferred' },
  },
  site: {
    id: { column: 'wwtp_id' },
    name: { first_of: [{ column: 'name' }, { column: 'wwtp_id' }] },
    latitude: { column: 'lat' },
    longitude: { column: 'lon' },
    country: { column: 'country' },
  },
  flows: [
    {
      when: { column: 'load_entering_pe', above: 0 },
      fields: {
        id: { column: 'wwtp_id', after: '/effluent' },
        name: { value: 'Effluent of the treatment plant' },
        direction: { value: 'supply' },
        // Settling alone leaves waste water that still has to be treated; what the source does not say passes for treated.
        type: {
          first_of: [{ column: 'treatment', words: effluentType() }, { value: 'water.treated' }],
        },
        'quantity.amount': {
          column: 'load_entering_pe',
          times: cubicMetresPerPopulationEquivalentAndYear,
          because:
            'guessed from the load entering the plant at 0.2 m3 of waste water per population equivalent and day',
        },
        'quantity.unit': { value: 'm3/a' },
        'quantity.precision': { value: 'archetype' },
      },
    },
  ],
};

function effluentType(): Record<string, string> {
  const steps = ['N-removal', 'P-removal', 'N-removal+P-removal'];
  const trains = ['secondary', 'primary+secondary'].flatMap((train) => [
    train,
    ...steps.map((step) => `${train}+${step}`),
  ]);
  const treated = [...trains, ...steps, ...steps.map((step) => `primary+${step}`)];
  return { ...Object.fromEntries(treated.map((train) => [train, 'water.treated'])), primary: 'water.wastewater' };
}
