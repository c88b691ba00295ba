// What is said about a flow in a country whose electricity nothing is known of.
import type { ResourceFlow, Site } from '@crg/domain/flow';
import type { Notice } from '@crg/domain/match';
import type { ResourceType } from '@crg/domain/taxonomy';
import { convertersOf } from '../converters/table.ts';
import { gridFactor } from './factors.ts';
import { economicsOf } from './type-economics.ts';

/**
 * Empty where the country has a grid factor, or no electricity is used at the flow's site: for a demand by what carries or what is
 * replaced, for a supply by the converters that can take it, which stand there.
 */
export function gridNotices(flow: ResourceFlow, type: ResourceType, site: Site): readonly Notice[] {
  if (gridFactor(site.country) !== null) return [];
  const isDemand = flow.direction === 'demand';
  if (isDemand ? !usesElectricity(type) : convertersOf(type.id).length === 0) return [];
  const what = isDemand ? 'electricity' : 'the electricity of converters at its site';
  const why = site.country === null ? 'is not stated' : `is ${site.country}, for which there is no grid factor`;
  const text = `${flow.name}: the CO2 of ${what} is not known and left out, because the country of its site ${site.name} (sites.country) ${why}.`;
  return [{ code: 'no_grid_factor', flowId: flow.id, text }];
}

/** Pumps, compressors and cables on the way, or electricity that is replaced. */
function usesElectricity({ id, transport }: ResourceType): boolean {
  const { replaced } = economicsOf(id);
  return transport === 'pipe' || transport === 'wire' || (replaced !== undefined && 'electricity' in replaced);
}
