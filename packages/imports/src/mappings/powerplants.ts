// powerplantmatching: thermal power plants of Europe. It states electric capacity, not heat given off over a year, so a plant
// becomes a site without flows; what it could give is for its owner or an archetype to say.
import type { Mapping } from '@crg/city-format/mapping-schema';

export const powerplants: Mapping = {
  format: 'crg-mapping/1',
  name: 'powerplants',
  title: 'powerplantmatching: thermal power plants, as sites without flows',
  recognised_by: ['plant_id', 'name', 'fuel', 'technology', 'set', 'country', 'capacity_mw', 'lat', 'lon'],
  source: { reference: 'PyPSA powerplantmatching', licence: 'CC BY 4.0' },
  id_space: 'ppm',
  organization: {
    id: { column: 'plant_id' },
    name: { first_of: [{ column: 'name' }, { column: 'plant_id' }] },
    nace: { column: 'nace2_inferred' },
  },
  site: {
    id: { column: 'plant_id' },
    name: { first_of: [{ column: 'name' }, { column: 'plant_id' }] },
    latitude: { column: 'lat' },
    longitude: { column: 'lon' },
    country: { column: 'country' },
  },
  flows: [],
};
