'use client';
// The city as a network: the same matches as the map, without geography, so that hubs and chains show.
import type { MapArcs } from '@crg/api-contract/map';
import { useMemo } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { arcsAddress } from '../../model/match-query.ts';
import type { CityViewProps } from '../city/city-view-props.ts';
import { gatherNetwork } from './gather-network.ts';
import css from './network.module.css';
import { NetworkDrawing } from './network-drawing.tsx';
import { networkPlaces } from './network-layout.ts';
import { NetworkTable } from './network-table.tsx';

export function NetworkView({ view, change }: CityViewProps) {
  // The chosen site is marked here, not filtered: its neighbours' other edges stay in sight.
  const { data, old, failed, retry } = useAnswer<MapArcs>(arcsAddress({ ...view, site: null }));
  const network = useMemo(() => gatherNetwork(data?.data ?? []), [data]);
  const places = useMemo(() => networkPlaces(network), [network]);
  const choose = (site: string | null) => change({ site }, 'replace');
  const shown = data?.data.length ?? 0;
  return (
    <div className={css.view} data-old={old || undefined}>
      {failed ? (
        <p className={css.note} role="alert">
          {failed.message}{' '}
          <button type="button" className="btn s" onClick={retry}>
            Try again
          </button>
        </p>
      ) : null}
      {shown === 0 ? (
        <p className={css.note}>{data ? 'No match passes the filters.' : failed ? '' : 'Reading the matches …'}</p>
      ) : (
        <>
          <NetworkDrawing network={network} places={places} chosen={view.site} onChoose={choose} />
          <p className={css.note}>
            Solid gives, hollow takes, half does both. Suggested, not yet live: dashed.
            {data && data.matches > shown
              ? ` The ${shown.toLocaleString('en')} most valuable of ${data.matches.toLocaleString('en')} matches.`
              : ''}
          </p>
          <h2 className={css.title}>The same {network.nodes.length} sites</h2>
          <NetworkTable network={network} chosen={view.site} onChoose={choose} />
        </>
      )}
    </div>
  );
}
