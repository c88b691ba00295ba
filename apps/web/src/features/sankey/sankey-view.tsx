'use client';
// The city as a Sankey: the matches of the view, gathered by group, activity or company, as wide as money, CO2 or quantity.
import type { MapArcs } from '@crg/api-contract/map';
import { digits, euros, figure } from '@crg/story/format';
import { useMemo, useState } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import { arcsAddress } from '../../model/match-query.ts';
import { sankeyLevels, sankeyWidths, type ViewState } from '../../model/view-state.ts';
import { Segments } from '../../ui/segments.tsx';
import type { CityViewProps } from '../city/city-view-props.ts';
import { gatherRows, type SankeyRows } from './gather-rows.ts';
import css from './sankey.module.css';
import { SankeyDrawing } from './sankey-drawing.tsx';
import { sankeyLayout } from './sankey-layout.ts';
import { SankeyTable } from './sankey-table.tsx';

const levelLabels = { group: 'Group', activity: 'Activity', company: 'Company' } as const;
const widthLabels = { eur: 'EUR', co2: 't CO₂', unit: 'Unit' } as const;

export function SankeyView({ view, change }: CityViewProps) {
  const { data, old, failed, retry } = useAnswer<MapArcs>(arcsAddress(view));
  const [lit, setLit] = useState<string | null>(null);
  const gathered = useMemo(() => gatherRows(data?.data ?? [], view), [data, view]);
  const layout = useMemo(() => (gathered.rows.length === 0 ? null : sankeyLayout(gathered.rows)), [gathered]);
  const say = (amount: number) => amountText(amount, view.width, gathered.unit);
  return (
    <div className={css.view} data-old={old || undefined}>
      <div className={css.head}>
        <Segments
          label="Level"
          choices={sankeyLevels.map((id) => ({ id, label: levelLabels[id] }))}
          chosen={view.level}
          onChoose={(level) => change({ level })}
        />
        <Segments
          label="Width"
          choices={sankeyWidths.map((id) => ({ id, label: widthLabels[id] }))}
          chosen={view.width}
          onChoose={(width) => change({ width })}
        />
      </div>
      {failed ? (
        <p className={css.note} role="alert">
          {failed.message}{' '}
          <button type="button" className="btn s" onClick={retry}>
            Try again
          </button>
        </p>
      ) : null}
      {layout === null ? (
        <p className={css.note}>{data ? emptyText(gathered, data) : failed ? '' : 'Reading the matches …'}</p>
      ) : (
        <>
          <SankeyDrawing layout={layout} label={drawingText(gathered, say)} lit={lit} say={say} onLight={setLit} />
          <p className={css.note}>{widthNote(view, gathered, data)}</p>
          <h2 className={css.title}>
            The same {gathered.rows.length} rows <span className="dim">{say(gathered.total)} in all</span>
          </h2>
          <SankeyTable rows={gathered.rows} head={headOf(view, gathered.unit)} say={say} lit={lit} onLight={setLit} />
        </>
      )}
    </div>
  );
}

function amountText(amount: number, width: ViewState['width'], unit: string): string {
  if (width === 'eur') return euros(amount);
  if (width === 'co2') return `${digits(amount)} t`;
  const { value, unit: said } = figure({ amount, unit });
  return `${value} ${said}`;
}

function headOf(view: ViewState, unit: string): string {
  if (view.width === 'eur') return 'EUR per year';
  if (view.width === 'co2') return 't CO₂ per year';
  return unit.replace('/a', ' per year').replace('m3', 'm³');
}

/** What the drawing leaves out, so that nobody takes it for the whole. */
function widthNote(view: ViewState, { leftOut, unit }: SankeyRows, data: MapArcs | undefined): string {
  const shown = data?.data.length ?? 0;
  const all = data?.matches ?? 0;
  const parts = ['Suggested, not yet live: cut into slices. A flow that fits several partners stands in each of them.'];
  if (all > shown)
    parts.push(`The ${shown.toLocaleString('en')} most valuable of ${all.toLocaleString('en')} matches.`);
  if (leftOut > 0 && view.width === 'eur') parts.push(`${leftOut} that cost money have no width and are not drawn.`);
  if (leftOut > 0 && view.width === 'co2') parts.push(`${leftOut} that avoid no CO₂ have no width and are not drawn.`);
  if (leftOut > 0 && view.width === 'unit') {
    parts.push(
      `Drawn are the matches in ${headOf(view, unit)}; ${leftOut} in other units are not. Choose one family at a time.`,
    );
  }
  return parts.join(' ');
}

function emptyText({ leftOut }: SankeyRows, { matches }: MapArcs): string {
  if (matches === 0) return 'No match passes the filters.';
  return `None of the ${leftOut} matches has a width of this kind. Choose another width.`;
}

function drawingText({ rows }: SankeyRows, say: (amount: number) => string): string {
  const first = rows.slice(0, 3).map(({ supply, demand, amount }) => `${supply} to ${demand} ${say(amount)}`);
  return `Sankey of ${rows.length} rows, widest first: ${first.join('; ')}. The table below has them all.`;
}
