// The equal views of the city. Each is one entry here and one lazily loaded component; the frame around them
// (filters, totals, list, time, selection, address) is the same.
import type { City } from '@crg/api-contract/city';
import { type LucideIcon, Map as MapIcon, Table2 } from 'lucide-react';
import type { ComponentType } from 'react';
import type { ViewName, ViewState } from '../../model/view-state.ts';
import type { ChangeView } from './use-view.ts';

/** What every view gets. It asks the API itself: `useAnswer(\`/api/v1/…?${matchQuery(view)}\`)`. */
export interface CityViewProps {
  readonly city: City;
  readonly view: ViewState;
  readonly change: ChangeView;
}

export interface CityView {
  readonly name: ViewName;
  readonly label: string;
  readonly icon: LucideIcon;
  /** The key that opens it (ui.md: 1 2 3 4). */
  readonly key: string;
  /** Loaded when the view is opened: `dynamic(() => import('../sankey/sankey-view.tsx').then(({ SankeyView }) => SankeyView))`. */
  readonly Part?: ComponentType<CityViewProps>;
}

/** In the order of the switch. A view that is not listed is not offered, and an address that asks for it shows the map. */
export const cityViews: readonly CityView[] = [
  { name: 'map', label: 'Map', icon: MapIcon, key: '1' },
  { name: 'table', label: 'Table', icon: Table2, key: '4' },
];

export function cityView(name: ViewName): CityView {
  return cityViews.find((view) => view.name === name) ?? (cityViews[0] as CityView);
}
