'use client';
// What is shown, as a file: the same filters, straight from the API.
import type { City } from '@crg/api-contract/city';
import { Download } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { asksNothing, matchQuery } from '../../model/match-query.ts';
import type { ViewState } from '../../model/view-state.ts';
import css from './export-menu.module.css';

const PopoverPanel = dynamic(() => import('../../ui/popover-panel.tsx').then(({ PopoverPanel: Panel }) => Panel), {
  ssr: false,
});

const label = 'Export what is shown';

export function ExportMenu({ city, matches, view }: { city: City; matches: number; view: ViewState }) {
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={trigger}
        className={`ib js ${css.button}`}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={open}
        onPress={() => setOpen(true)}
      >
        <Download size={16} strokeWidth={1.75} aria-hidden />
      </Button>
      {open ? (
        <PopoverPanel
          label={label}
          trigger={trigger}
          placement="bottom end"
          className={css.menu ?? ''}
          close={() => setOpen(false)}
        >
          {exportsOf(city, matches, view).map(({ what, count, files }) => (
            <section key={what}>
              <h3>
                {what} <span>{count.toLocaleString('en')}</span>
              </h3>
              {files.map((file) => (
                <a key={file.href} className="btn s" href={file.href} download>
                  {file.label}
                </a>
              ))}
            </section>
          ))}
          <p>Matches as filtered; sites are those of the whole city. Near misses are not in the files.</p>
        </PopoverPanel>
      ) : null}
    </>
  );
}

interface ExportOf {
  readonly what: string;
  readonly count: number;
  readonly files: readonly { readonly label: string; readonly href: string }[];
}

/** Where nothing passes the filters there is no file of matches. */
export function exportsOf(city: City, matches: number, view: ViewState): readonly ExportOf[] {
  const query = matchQuery(view).toString();
  const files = (path: string, filters: string) =>
    ['csv', 'geojson'].map((format) => ({
      label: format === 'csv' ? 'CSV' : 'GeoJSON',
      href: `/api/v1/exports/${path}.${format}${filters && `?${filters}`}`,
    }));
  return [
    ...(asksNothing(view) || matches === 0
      ? []
      : [{ what: 'Matches shown', count: matches, files: files('matches', query) }]),
    { what: 'Sites', count: city.counts.sites, files: files('sites', '') },
    { what: 'Flows', count: city.counts.flows, files: files('flows', '') },
  ];
}
