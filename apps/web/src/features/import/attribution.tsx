// One line on how a file's columns are read, with the source the mapping gives credit to.
import { Bookmark } from 'lucide-react';
import type { ImportFile } from './import-requests.ts';

export function Attribution({ file: { format, mapping, mapping_by } }: { file: ImportFile }) {
  if (format === null) return null;
  const source = mapping?.source ? ` Source: ${mapping.source.reference}${licenceText(mapping.source.licence)}.` : '';
  return (
    <p className="mut">
      <Bookmark className="i" size={13} aria-hidden /> {howRead(format, mapping?.title ?? '', mapping_by)}
      {source}
    </p>
  );
}

function howRead(format: ImportFile['format'], title: string, by: ImportFile['mapping_by']): string {
  if (format === 'city') return 'A city file carries its own fields; there is nothing to map.';
  if (by === 'recognised') return `Recognised by its header: read as “${title}”, nothing to map.`;
  if (by === 'chosen' && title.startsWith('Suggested for ')) return 'Column by column, as you chose.';
  if (by === 'chosen') return `Read as “${title}”, as you chose.`;
  if (by === 'suggested') return 'The header is new. Columns are matched by name and content; check the guesses.';
  return 'No column was understood. Choose what each one means.';
}

function licenceText(licence: string | undefined): string {
  return licence ? `, ${licence}` : '';
}
