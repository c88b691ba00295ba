// How sure it is that a column means its field.
import { Bookmark, Check, CircleHelp, Hand, type LucideIcon, Sparkles } from 'lucide-react';
import type { ImportFile, Mapping } from './import-requests.ts';
import { fieldsOfColumn } from './mapping-draft.ts';
import css from './match-mark.module.css';

export type Mark = 'recognised' | 'exact' | 'guess' | 'chosen' | 'unused';

const said: Readonly<Record<Mark, { word: string; Icon: LucideIcon }>> = {
  recognised: { word: 'recognised', Icon: Bookmark },
  exact: { word: 'exact', Icon: Check },
  guess: { word: 'guess, check', Icon: Sparkles },
  chosen: { word: 'chosen', Icon: Hand },
  unused: { word: 'not used', Icon: CircleHelp },
};

/** @param mapping as it is edited now; the file carries the one the server found */
export function markOf(file: ImportFile, mapping: Mapping, column: string): Mark {
  const fields = fieldsOfColumn(mapping, column);
  if (fields.length === 0) return 'unused';
  const found = file.mapping ? fieldsOfColumn(file.mapping, column) : [];
  if (found.join() !== fields.join() || file.mapping_by === 'chosen') return 'chosen';
  if (file.mapping_by === 'recognised') return 'recognised';
  return fields.some((field) => isGuessed(file, field)) ? 'guess' : 'exact';
}

function isGuessed({ guessed }: ImportFile, field: string): boolean {
  return guessed.some((one) => one === field || one.startsWith(`${field}.`) || `flow.${one}` === field);
}

export function MatchMark({ mark }: { mark: Mark }) {
  const { word, Icon } = said[mark];
  return (
    <span className={css.mark} data-mark={mark}>
      <Icon size={14} strokeWidth={2} aria-hidden />
      {word}
    </span>
  );
}
