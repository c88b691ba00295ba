// The equal views of the city. Each is one entry here and one lazily loaded component; the frame around them
// (filters, totals, list, time, selection, address) is the same.
import { ChartNetwork, ChartNoAxesGantt, type LucideIcon, Map as MapIcon, Table2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import type { ViewName } from '../../model/view-state.ts';
import type { CityViewProps } from './city-view-props.ts';

export interface CityView {
  readonly name: ViewName;
  readonly label: string;
  readonly icon: LucideIcon;
  /** The key that opens it. */
  readonly key: string;
  /** `behind` all panels, as a `panel` between filters and list, or `wide`: over the list's place too. */
  readonly place: 'behind' | 'panel' | 'wide';
  /** Loaded when the view is opened. The element with focus carries `data-panel="view"`. */
  readonly Part: ComponentType<CityViewProps>;
}

const map: CityView = {
  name: 'map',
  label: 'Map',
  icon: MapIcon,
  key: '1',
  place: 'behind',
  Part: dynamic(() => import('./map-view.tsx').then(({ MapView }) => MapView)),
};

/** In the order of the switch. A view that is not listed is not offered, and an address that asks for it shows the map. */
export const cityViews: readonly CityView[] = [
  map,
  {
    name: 'sankey',
    label: 'Sankey',
    icon: ChartNoAxesGantt,
    key: '2',
    place: 'wide',
    Part: dynamic(() => import('../sankey/sankey-view.tsx').then(({ SankeyView }) => SankeyView)),
  },
  {
    name: 'network',
    label: 'Network',
    icon: ChartNetwork,
    key: '3',
    place: 'wide',
    Part: dynamic(() => import('../network/network-view.tsx').then(({ NetworkView }) => NetworkView)),
  },
  {
    name: 'table',
    label: 'Table',
    icon: Table2,
    key: '4',
    place: 'wide',
    Part: dynamic(() => import('./table-view.tsx').then(({ TableView }) => TableView)),
  },
];

export function cityView(name: ViewName): CityView {
  return cityViews.find((view) => view.name === name) ?? map;
}
