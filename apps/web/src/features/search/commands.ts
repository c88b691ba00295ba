// What can be done by name from the search box.
import { asksNothing, matchQuery } from '../../model/match-query.ts';
import { initialView, isFiltered, type ViewState, withoutFilters, writeView } from '../../model/view-state.ts';

export interface Command {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  /** Further words by which it is found. */
  readonly words: string;
  readonly href: string;
  /** The href is a file. */
  readonly isFile?: boolean;
}

/** @param view of the city screen, where the box was opened there */
export function commandsOf(view: ViewState | null): readonly Command[] {
  const base = view ?? initialView;
  const to = (change: Partial<ViewState>) => `/${writeView({ ...base, ...change })}`;
  const query = asksNothing(base) ? null : matchQuery(base).toString();
  const files = query === null ? [] : exportCommands(query && `?${query}`);
  return [
    { id: 'map', title: 'Map', detail: 'view, key 1', words: 'view city geography', href: to({ view: 'map' }) },
    { id: 'sankey', title: 'Sankey', detail: 'view, key 2', words: 'view flows diagram', href: to({ view: 'sankey' }) },
    { id: 'network', title: 'Network', detail: 'view, key 3', words: 'view graph', href: to({ view: 'network' }) },
    { id: 'table', title: 'Table', detail: 'view, key 4', words: 'view list rows', href: to({ view: 'table' }) },
    ...(isFiltered(base)
      ? [
          {
            id: 'reset',
            title: 'Reset filters',
            detail: 'show all matches',
            words: 'clear all',
            href: `/${writeView(withoutFilters(base))}`,
          },
        ]
      : []),
    {
      id: 'city',
      title: 'Show the whole city',
      detail: 'map',
      words: 'zoom fit home',
      href: to({ view: 'map', bbox: null }),
    },
    { id: 'import', title: 'Import a file', detail: 'CSV, Excel, GeoJSON', words: 'data upload add', href: '/import' },
    ...files,
    { id: 'api', title: 'API reference', detail: 'OpenAPI', words: 'docs rest', href: '/api/v1/docs', isFile: true },
  ];
}

function exportCommands(query: string): readonly Command[] {
  return ['csv', 'geojson'].map((format) => {
    const name = format === 'csv' ? 'CSV' : 'GeoJSON';
    return {
      id: `export-${format}`,
      title: `Export matches as ${name}`,
      detail: 'what is shown',
      words: 'download file save',
      href: `/api/v1/exports/matches.${format}${query}`,
      isFile: true,
    };
  });
}

/** Every word of the question begins a word of the command; without a question all of them. */
export function commandsFor(commands: readonly Command[], question: string): readonly Command[] {
  const asked = question.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ title, words }) => {
    const known = `${title} ${words}`.toLowerCase().split(/\s+/);
    return asked.every((word) => known.some((one) => one.startsWith(word)));
  });
}
