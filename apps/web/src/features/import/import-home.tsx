// Data comes in here: a place to drop files, what is understood, and every import there has been.
import { Download, FileSpreadsheet } from 'lucide-react';
import { DataNav } from './data-nav.tsx';
import { DropFiles } from './drop-files.tsx';
import { ForgetMapping } from './forget-mapping.tsx';
import css from './import-home.module.css';
import { ImportList } from './import-list.tsx';
import type { Import, MappingSummary } from './import-requests.ts';

export function ImportHome({ imports, mappings }: { imports: readonly Import[]; mappings: readonly MappingSummary[] }) {
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div>
          <h1>Data</h1>
          <p className="mut">
            Firms, sites and flows come in from files, row by row checked, and can be taken out again.
          </p>
        </div>
        <DataNav at="import" />
      </header>
      <div className={css.grid}>
        <DropFiles />
        <section className={`card ${css.known}`} aria-label="What is understood">
          <h2>Start from the template</h2>
          <p className="mut">
            One row is one flow. The spreadsheet has lists to choose from and a sheet that explains each column.
          </p>
          <p className={css.downloads}>
            <a className="btn" href="/api/v1/templates/flows.xlsx" download>
              <FileSpreadsheet size={15} strokeWidth={1.75} aria-hidden /> Template, XLSX
            </a>
            <a className="btn" href="/api/v1/templates/flows.csv" download>
              <Download size={15} strokeWidth={1.75} aria-hidden /> Template, CSV
            </a>
          </p>
          <h2>Or bring your own columns</h2>
          <p className="mut">
            Columns are matched to fields and you check the guesses. Separators, decimal commas and encodings are found
            out. Files with these headers are read without a question:
          </p>
          <ul className={css.mappings}>
            {mappings.map(({ name, title, source, built_in }) => (
              <li key={name}>
                <b>{title}</b> <span className="mono dim">{name}</span>
                {built_in ? null : <ForgetMapping name={name} title={title} />}
                {source ? (
                  <span className="note">
                    {source.reference}
                    {source.licence ? `, ${source.licence}` : ''}
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      </div>
      <ImportList imports={imports} />
    </div>
  );
}
