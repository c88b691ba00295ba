'use client';
// How each file was understood, before anything is done with it.
import { ArrowLeft, CircleX, FileText, Info } from 'lucide-react';
import Link from 'next/link';
import { Button } from 'react-aria-components/Button';
import { Attribution } from './attribution.tsx';
import css from './file-step.module.css';
import type { Import, ImportFile } from './import-requests.ts';
import { counted, fileSize, type Step } from './import-words.ts';

const formats = { csv: 'Text table (CSV)', xlsx: 'Spreadsheet (XLSX)', geojson: 'GeoJSON', city: 'City file' };

export function FileStep({ current, go }: { current: Import; go(step: Step): void }) {
  const unreadable = current.files.filter(({ format }) => format === null);
  return (
    <>
      <div className={css.files}>
        {current.files.map((file, index) => (
          // Two files of one import may share a name.
          <FileCard key={index} file={file} />
        ))}
      </div>
      <footer className={css.foot}>
        <Link className="btn" href="/import" prefetch={false}>
          <ArrowLeft size={15} strokeWidth={1.75} aria-hidden /> Other files
        </Link>
        <Button
          className="btn p"
          isDisabled={unreadable.length > 0}
          {...(unreadable.length > 0 ? { 'aria-describedby': 'why' } : {})}
          onPress={() => go('columns')}
        >
          Columns
        </Button>
      </footer>
      {unreadable.length > 0 ? (
        <p className={css.why} id="why">
          {counted(unreadable.length, 'file', 'files')} cannot be read. Start again without, or with a repaired one.
        </p>
      ) : null}
    </>
  );
}

function FileCard({ file }: { file: ImportFile }) {
  return (
    <section className={`card ${css.file}`} aria-label={file.name}>
      <h2>
        <FileText size={16} strokeWidth={1.75} aria-hidden />
        {file.name} <span className="u tn">{fileSize(file.size)}</span>
      </h2>
      {file.format === null ? (
        <p className={css.bad}>
          <CircleX size={14} aria-hidden /> This file cannot be read.
        </p>
      ) : (
        <p className={css.facts}>
          {[formats[file.format], ...columnCount(file), ...file.facts].map((fact) => (
            <span className="chip o" key={fact}>
              {fact}
            </span>
          ))}
        </p>
      )}
      {file.remarks.length > 0 ? (
        <ul className={css.remarks} aria-label="Remarks">
          {file.remarks.map((remark) => (
            <li key={remark}>
              <Info size={14} aria-hidden />
              {remark}
            </li>
          ))}
        </ul>
      ) : null}
      <Attribution file={file} />
      <FirstValues file={file} />
    </section>
  );
}

const columnsShown = 14;
const samplesShown = 5;

/** Enough to see that separators, decimal signs and the header were understood. */
function FirstValues({ file: { columns, name } }: { file: ImportFile }) {
  if (columns.length === 0) return null;
  return (
    <>
      <table className={css.values}>
        <caption className="vh">First values of the columns of {name}</caption>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">First values</th>
          </tr>
        </thead>
        <tbody>
          {columns.slice(0, columnsShown).map((column) => (
            <tr key={column.name}>
              <th scope="row" className="mono">
                {column.name}
              </th>
              <td>
                {column.samples.length === 0 ? (
                  <span className="dim">empty</span>
                ) : (
                  column.samples.slice(0, samplesShown).join(' · ')
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {columns.length > columnsShown ? (
        <p className="note">and {counted(columns.length - columnsShown, 'more column', 'more columns')}</p>
      ) : null}
    </>
  );
}

function columnCount({ format, columns }: ImportFile): readonly string[] {
  return format === 'city' ? [] : [counted(columns.length, 'column', 'columns')];
}
