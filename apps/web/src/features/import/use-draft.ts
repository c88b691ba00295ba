'use client';
// What a person has changed and not yet sent: columns and decisions. Kept in this browser, so that a reload loses nothing.
import { useEffect, useState } from 'react';
import { decide, decideAll, type Question } from './decisions.ts';
import type { Import, ImportSettings, Mapping } from './import-requests.ts';

type Fix = Import['settings']['fixes'][number];
type Mappings = readonly (Mapping | null)[];

export interface Draft {
  readonly mappings: Mappings;
  /** Decided and not yet checked, oldest first. */
  readonly pending: readonly Fix[];
  /** Decided and checked before, to be taken back at the next check. */
  readonly dropped: readonly Fix[];
  readonly mappingsChanged: boolean;
  setMapping(file: number, mapping: Mapping | null): void;
  decide(fix: Fix): void;
  decideAll(questions: readonly Question[]): void;
  /** The decision made last, or `fix`. */
  takeBack(fix?: Fix): void;
  /** One of the decisions that were checked already; a second time keeps it after all. */
  drop(fix: Fix): void;
  /** Everything, ready to be sent. */
  settings(): ImportSettings;
  /** After the server has taken it. */
  sent(): void;
}

interface Kept {
  readonly mappings: Mappings | null;
  readonly pending: readonly Fix[];
  readonly dropped: readonly Fix[];
}

const nothing: Kept = { mappings: null, pending: [], dropped: [] };

export function useDraft({ id, files, settings }: Import): Draft {
  const [kept, setKept] = useState(nothing);
  useEffect(() => setKept(readKept(id)), [id]);
  const keep = (next: Kept) => {
    setKept(next);
    writeKept(id, next);
  };
  const stored = files.map(({ mapping }) => mapping);
  const mappings = kept.mappings ?? stored;
  const without = (fix: Fix | undefined) => kept.pending.filter((one) => one !== fix);
  return {
    mappings,
    pending: kept.pending,
    dropped: settings.fixes.filter((fix) => isAmong(fix, kept.dropped)),
    mappingsChanged: kept.mappings !== null,
    setMapping: (file, mapping) =>
      keep({ ...kept, mappings: mappings.map((one, index) => (index === file ? mapping : one)) }),
    decide: (fix) => keep({ ...kept, pending: decide(kept.pending, fix) }),
    decideAll: (questions) => keep({ ...kept, pending: decideAll(kept.pending, questions) }),
    takeBack: (fix) => keep({ ...kept, pending: without(fix ?? kept.pending.at(-1)) }),
    drop: (fix) =>
      keep({
        ...kept,
        dropped: isAmong(fix, kept.dropped) ? kept.dropped.filter((one) => !isSame(one, fix)) : [...kept.dropped, fix],
      }),
    settings: () => ({
      // Left out while nobody changed them: the server then remembers that it recognised or guessed them.
      ...(kept.mappings === null ? {} : { mappings: [...kept.mappings] }),
      fixes: [
        ...kept.pending.reduce<readonly Fix[]>(
          decide,
          settings.fixes.filter((fix) => !isAmong(fix, kept.dropped)),
        ),
      ],
      // Rows that stay bad are left out at the write, which names their number first; a check never stops at them.
      on_error: 'skip',
    }),
    sent: () => keep(nothing),
  };
}

/** Fixes come from the server anew each time, so they are told apart by what they say. */
function isSame(a: Fix, b: Fix): boolean {
  const said = (fix: Fix) => JSON.stringify(Object.entries(fix).sort(([one], [other]) => (one < other ? -1 : 1)));
  return said(a) === said(b);
}

function isAmong(fix: Fix, fixes: readonly Fix[]): boolean {
  return fixes.some((one) => isSame(one, fix));
}

function keyOf(id: string): string {
  return `crg-import-${id}`;
}

function readKept(id: string): Kept {
  const text = sessionStorage.getItem(keyOf(id));
  return text === null ? nothing : { ...nothing, ...(JSON.parse(text) as Partial<Kept>) };
}

function writeKept(id: string, kept: Kept): void {
  if (kept === nothing) sessionStorage.removeItem(keyOf(id));
  else sessionStorage.setItem(keyOf(id), JSON.stringify(kept));
}
