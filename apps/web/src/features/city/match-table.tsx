'use client';
import { familyLabel } from '@crg/story/families';
import { digits, euros, kilometres, quantityText, score } from '@crg/story/format';
// The same content as the map and the list, as a table: same order, same filters, a link to each pair.
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { Cell, Column, Row, type SortDescriptor, Table, TableBody, TableHeader } from 'react-aria-components/Table';
import { type Entry, entryHref } from '../../model/entry.ts';
import { FamilyIcon } from '../../ui/family-icon.tsx';
import { PrecisionMark } from '../../ui/precision-mark.tsx';
import { StateRing } from '../../ui/state-ring.tsx';
import { VerdictStrip } from '../../ui/verdict-strip.tsx';
import css from './match-table.module.css';
import type { ChangeView } from './use-view.ts';

interface ColumnOf {
  readonly id: string;
  readonly title: string;
  readonly number?: boolean;
  readonly sorts?: 'value' | 'score';
  cell(entry: Entry, rank: number): ReactNode;
}

const columns: readonly ColumnOf[] = [
  { id: 'rank', title: '#', number: true, cell: (_, rank) => rank },
  {
    id: 'resource',
    title: 'Resource',
    cell: (entry) => (
      <span className={css.resource}>
        <FamilyIcon family={entry.family} size={20} named />
        <span>
          {entry.typeLabel}
          {entry.typeLabel === familyLabel(entry.family) ? null : <small>{familyLabel(entry.family)}</small>}
        </span>
      </span>
    ),
  },
  { id: 'supply', title: 'Supply', cell: ({ supply }) => <End name={supply.name} flow={supply.flow} /> },
  { id: 'demand', title: 'Demand', cell: ({ demand }) => <End name={demand.name} flow={demand.flow} /> },
  {
    id: 'state',
    title: 'State',
    cell: ({ kind }) => (
      <span className={css.state}>
        <StateRing kind={kind} /> {kind === 'match' ? 'Suggested' : 'Near miss'}
      </span>
    ),
  },
  {
    id: 'value',
    title: 'Value per year',
    number: true,
    sorts: 'value',
    cell: ({ eurPerYear, change }) =>
      eurPerYear === null ? (
        <span className="dim">{change ? `costs ${euros(change.eurPerYear)}` : 'no change known'}</span>
      ) : (
        <b>{euros(eurPerYear)}</b>
      ),
  },
  {
    id: 'co2',
    title: 't CO₂ avoided',
    number: true,
    cell: ({ co2TonnesPerYear: co2 }) => (co2 === null ? <Dash /> : digits(co2)),
  },
  {
    id: 'quantity',
    title: 'Quantity',
    number: true,
    cell: ({ quantity }) => (quantity ? quantityText(quantity) : <Dash />),
  },
  { id: 'distance', title: 'Distance', number: true, cell: ({ distanceKm }) => kilometres(distanceKm) },
  {
    id: 'score',
    title: 'Score',
    number: true,
    sorts: 'score',
    cell: (entry) => (entry.score === null ? <Dash /> : score(entry.score)),
  },
  { id: 'precision', title: 'Precision', cell: ({ precision }) => <PrecisionMark precision={precision} /> },
  { id: 'verdicts', title: 'Verdicts', cell: ({ marks }) => <VerdictStrip marks={marks} /> },
];

export function MatchTable({
  shown,
  selected,
  sort,
  change,
}: {
  shown: readonly Entry[];
  selected: string | null;
  sort: 'value' | 'score';
  change: ChangeView;
}) {
  const router = useRouter();
  const hrefs = new Map(shown.map((entry) => [entry.id, entryHref(entry)]));
  const reorder = ({ column }: SortDescriptor) => change({ sort: column === 'score' ? 'score' : 'value' });
  return (
    <div className={css.scroll} data-panel="view">
      <Table
        aria-label="Matches"
        className={css.table ?? ''}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={selected ? [selected] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          if (key !== undefined) change({ selected: String(key) }, 'replace');
        }}
        onRowAction={(key) => router.push(hrefs.get(String(key)) ?? '/')}
        sortDescriptor={{ column: sort, direction: 'descending' }}
        onSortChange={reorder}
      >
        <TableHeader>
          {columns.map((column) => (
            <Column
              key={column.id}
              id={column.sorts ?? column.id}
              isRowHeader={column.id === 'supply'}
              allowsSorting={column.sorts !== undefined}
              className={column.number ? (css.number ?? '') : ''}
            >
              {column.title}
              {column.sorts === sort ? <span aria-hidden> ↓</span> : null}
            </Column>
          ))}
        </TableHeader>
        <TableBody>
          {shown.map((entry, index) => (
            <Row key={entry.id} id={entry.id} className={css.row ?? ''}>
              {columns.map((column) => (
                <Cell key={column.id} className={column.number ? (css.number ?? '') : ''}>
                  {column.cell(entry, index + 1)}
                </Cell>
              ))}
            </Row>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

function End({ name, flow }: { name: string; flow: string }) {
  return (
    <span className={css.end}>
      {name}
      <small>{flow}</small>
    </span>
  );
}

function Dash() {
  return (
    <span className="dim">
      <span aria-hidden>–</span>
      <span className="vh">not stated for a near miss</span>
    </span>
  );
}
