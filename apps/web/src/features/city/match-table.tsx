'use client';
import { familyLabel } from '@crg/story/families';
import { digits, euros, kilometres, quantityText, score } from '@crg/story/format';
// The same content as the map and the list, as a table: same order, same filters, a link to each pair.
import { useRouter } from 'next/navigation';
import { type ReactNode, useSyncExternalStore } from 'react';
import { Collection } from 'react-aria-components/Collection';
import {
  Cell,
  Column,
  ResizableTableContainer,
  Row,
  type SortDescriptor,
  Table,
  TableBody,
  TableHeader,
  TableLoadMoreItem,
} from 'react-aria-components/Table';
import { TableLayout, Virtualizer } from 'react-aria-components/Virtualizer';
import { type Entry, entryHref, entryWords } from '../../model/entry.ts';
import { FamilyIcon } from '../../ui/family-icon.tsx';
import { PrecisionMark } from '../../ui/precision-mark.tsx';
import { StateRing } from '../../ui/state-ring.tsx';
import { VerdictStrip } from '../../ui/verdict-strip.tsx';
import css from './match-table.module.css';
import type { Entries } from './use-entries.ts';
import type { ChangeView } from './use-view.ts';

interface ColumnOf {
  readonly id: string;
  readonly title: string;
  /** px at least; what is left over goes to the columns that `grow`. */
  readonly width: number;
  readonly grow?: number;
  readonly number?: boolean;
  readonly sorts?: 'value' | 'score';
  cell(entry: Entry, rank: number): ReactNode;
}

const columns: readonly ColumnOf[] = [
  { id: 'rank', title: '#', width: 44, number: true, cell: (_, rank) => <span className="dim">{rank}</span> },
  {
    id: 'resource',
    title: 'Resource',
    width: 128,
    grow: 1,
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
  {
    id: 'supply',
    title: 'Supply',
    width: 144,
    grow: 2,
    cell: ({ supply }) => <End name={supply.name} flow={supply.flow} />,
  },
  {
    id: 'demand',
    title: 'Demand',
    width: 144,
    grow: 2,
    cell: ({ demand, through }) => (
      <End name={demand.name} flow={through ? `${demand.flow}, through: ${through}` : demand.flow} />
    ),
  },
  {
    id: 'state',
    title: 'State',
    width: 98,
    cell: ({ kind }) => (
      <span className={css.state}>
        <StateRing kind={kind} /> {entryWords[kind].state}
      </span>
    ),
  },
  {
    id: 'value',
    title: 'Value per year',
    width: 106,
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
    width: 98,
    number: true,
    cell: ({ co2TonnesPerYear: co2 }) => (co2 === null ? <Dash /> : digits(co2)),
  },
  {
    id: 'quantity',
    title: 'Quantity',
    width: 104,
    number: true,
    cell: ({ quantity }) => (quantity ? quantityText(quantity) : <Dash />),
  },
  { id: 'distance', title: 'Distance', width: 74, number: true, cell: ({ distanceKm }) => kilometres(distanceKm) },
  {
    id: 'score',
    title: 'Score',
    width: 56,
    number: true,
    sorts: 'score',
    cell: (entry) => (entry.score === null ? <Dash /> : score(entry.score)),
  },
  { id: 'precision', title: 'Precision', width: 66, cell: ({ precision }) => <PrecisionMark precision={precision} /> },
  { id: 'verdicts', title: 'Verdicts', width: 86, cell: ({ marks }) => <VerdictStrip marks={marks} /> },
];

interface Props {
  readonly list: Entries;
  readonly selected: string | null;
  readonly sort: 'value' | 'score';
  readonly change: ChangeView;
}

const layout = { rowHeight: 53, headingHeight: 35, loaderHeight: 36 };

export function MatchTable(props: Props) {
  const runs = useRuns();
  if (!runs) {
    return (
      <div className={css.scroll}>
        <Rows {...props} />
      </div>
    );
  }
  return (
    <ResizableTableContainer className={css.scroll ?? ''} data-panel="view">
      <Virtualizer layout={TableLayout} layoutOptions={layout}>
        <Rows {...props} />
      </Virtualizer>
    </ResizableTableContainer>
  );
}

function Rows({ list, selected, sort, change }: Props) {
  const router = useRouter();
  const ranked = list.entries.map((entry, index) => ({ id: entry.id, entry, rank: index + 1 }));
  const reorder = ({ column }: SortDescriptor) => change({ sort: column === 'score' ? 'score' : 'value' });
  const open = (key: string) => {
    const entry = list.entries.find(({ id }) => id === key);
    if (entry) router.push(entryHref(entry));
  };
  return (
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
      onRowAction={(key) => open(String(key))}
      sortDescriptor={{ column: sort, direction: 'descending' }}
      onSortChange={reorder}
    >
      <TableHeader className={css.header ?? ''}>{columns.map((column) => headOf(column, sort))}</TableHeader>
      <TableBody>
        <Collection items={ranked}>
          {({ entry, rank }) => (
            <Row className={css.row ?? ''}>
              {columns.map((column) => (
                <Cell key={column.id} className={`${css.cell} ${column.number ? css.number : ''}`}>
                  {column.cell(entry, rank)}
                </Cell>
              ))}
            </Row>
          )}
        </Collection>
        {list.complete ? null : (
          <TableLoadMoreItem className={css.reading ?? ''} onLoadMore={list.more} isLoading>
            Reading more matches
          </TableLoadMoreItem>
        )}
      </TableBody>
    </Table>
  );
}

function headOf({ id, sorts, number, title, width, grow }: ColumnOf, sort: 'value' | 'score') {
  return (
    <Column
      key={id}
      id={sorts ?? id}
      isRowHeader={id === 'supply'}
      allowsSorting={sorts !== undefined}
      minWidth={width}
      width={grow ? `${grow}fr` : width}
      className={`${css.head} ${number ? css.number : ''}`}
    >
      {title}
      {sorts === sort ? <span aria-hidden> ↓</span> : null}
    </Column>
  );
}

/** False on the server and while the page takes over what the server wrote: then every row is in the page. */
function useRuns(): boolean {
  return useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  );
}

function End({ name, flow }: { name: string; flow: string }) {
  return (
    <span className={css.end} title={name}>
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
