'use client';
// The map as one of the views: what it shows follows the filters, what is selected follows the list and the address.
import { CityMap } from '../../map/city-map.tsx';
import css from './city-screen.module.css';
import type { CityViewProps } from './city-view-props.ts';
import { useFirstView } from './first-view.ts';
import { MapLegend } from './map-legend.tsx';
import { useOverview } from './use-overview.ts';
import { usePadding } from './use-padding.ts';
import { useSelected } from './use-selected.ts';

export function MapView({ city, view, change }: CityViewProps) {
  const { home } = useFirstView();
  const { largestEur } = useOverview(view).overview;
  const padding = usePadding();
  const selected = useSelected(view);
  return (
    <CityMap
      city={city.name}
      home={home}
      view={view}
      selected={selected}
      largestEur={largestEur}
      padding={padding}
      onView={change}
    >
      <MapLegend largestEur={largestEur} />
      <p className={css.credit}>Coast: Natural Earth; Geodatastyrelsen &amp; Danske Kommuner</p>
    </CityMap>
  );
}
