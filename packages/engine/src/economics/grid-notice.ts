// What is said about a demand in a country whose electricity nothing is known of.
import type { ResourceFlow, Site } from '@crg/domain/flow';
import type { Notice } from '@crg/domain/match';
import type { ResourceType } from '@crg/domain/taxonomy';
import { gridFactor } from './factors.ts';
import { economicsOf } from './type-economics.ts';

/** Empty where the country has a grid factor, or no electricity is used for or replaced by what the demand takes. */
export function gridNotices(flow: ResourceFlow, type: ResourceType, site: Site): readonly Notice[] {
  if (flow.direction === 'supply' || !usesElectricity(type) || gridFactor(site.country) !== null) return [];
  const why = site.country === null ? 'is not stated' : `is ${site.country}, for which there is no grid factor`;
  const text = `${flow.name}: the CO2 of electricity is not known and left out, because the country of its site ${site.name} (sites.country) ${why}.`;
  return [{ code: 'no_grid_factor', flowId: flow.id, text }];
}

/** Pumps, compressors and cables on the way, or electricity that is replaced. */
function usesElectricity({ id, transport }: ResourceType): boolean {
  const { replaced } = economicsOf(id);
  return transport === 'pipe' || transport === 'wire' || (replaced !== undefined && 'electricity' in replaced);
}
