'use client';
// What each column means, what is the same in every row, and what more the file could make possible.
import { ArrowLeft, FileText } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Attribution } from './attribution.tsx';
import { ColumnsCard } from './columns-card.tsx';
import css from './columns-step.module.css';
import { ConstantsCard } from './constants-card.tsx';
import type { FieldCatalogue } from './field-catalogue.ts';
import { FileTabs } from './file-tabs.tsx';
import type { Import, ImportFile, Mapping, MappingSummary } from './import-requests.ts';
import type { Step } from './import-words.ts';
import { MappingChoice } from './mapping-choice.tsx';
import { emptyMapping, isEditable, missingFields } from './mapping-draft.ts';
import { SaveTemplate } from './save-template.tsx';
import { UnlocksCard } from './unlocks-card.tsx';
import type { Draft } from './use-draft.ts';

interface Props {
  readonly current: Import;
  readonly draft: Draft;
  readonly catalogue: FieldCatalogue;
  readonly mappings: readonly MappingSummary[];
  readonly busy: boolean;
  go(step: Step): void;
  check(): void;
}

export function ColumnsStep({ current, draft, catalogue, mappings, busy, go, check }: Props) {
  const [at, setAt] = useState(0);
  const file = current.files[at];
  const mapping = file ? mappingOf(file, draft, at) : null;
  const editable = current.state === 'open' || current.state === 'checked' || current.state === 'failed';
  const why = reasonToWait(current, draft, catalogue);
  return (
    <>
      {current.files.length > 1 ? <FileTabs files={current.files} at={at} choose={setAt} /> : null}
      {file && mapping ? (
        <div className={css.grid}>
          <ColumnsCard
            key={at}
            file={file}
            mapping={mapping}
            catalogue={catalogue}
            disabled={!editable}
            change={(next) => draft.setMapping(at, next)}
          >
            <SaveTemplate file={file} mapping={mapping} />
          </ColumnsCard>
          <div className={css.side}>
            <section className={`card ${css.read}`} aria-label="How the file is read">
              <Attribution file={file} />
              {isEditable(mapping) ? null : (
                <p className="mut">
                  One row gives several flows here, so single columns cannot be changed on this page.
                </p>
              )}
              <MappingChoice
                mappings={mappings}
                file={file}
                mapping={mapping}
                disabled={!editable}
                choose={(next) => draft.setMapping(at, next)}
              />
            </section>
            {isEditable(mapping) ? (
              <ConstantsCard
                mapping={mapping}
                catalogue={catalogue}
                disabled={!editable}
                change={(next) => draft.setMapping(at, next)}
              />
            ) : null}
            <UnlocksCard mapping={mapping} catalogue={catalogue} />
          </div>
        </div>
      ) : (
        <section className={`card ${css.read}`} aria-label="How the file is read">
          <p>
            <FileText className="i" size={14} aria-hidden /> {file?.name}: a city file carries its own fields. There is
            nothing to map.
          </p>
        </section>
      )}
      <footer className={css.foot}>
        <Button className="btn" onPress={() => go('file')}>
          <ArrowLeft size={15} strokeWidth={1.75} aria-hidden /> File
        </Button>
        <Button
          className="btn p"
          isDisabled={busy || !editable || why !== null}
          {...(why === null ? {} : { 'aria-describedby': 'why' })}
          onPress={check}
        >
          Check all rows
        </Button>
      </footer>
      <p className={css.why} id="why">
        {why ?? 'Checking writes nothing to the city.'}
      </p>
    </>
  );
}

/** A table nobody understood begins empty; a city file needs none. */
function mappingOf(file: ImportFile, draft: Draft, at: number): Mapping | null {
  if (file.format === 'city' || file.format === null) return null;
  return draft.mappings[at] ?? emptyMapping(file.name);
}

function reasonToWait(current: Import, draft: Draft, catalogue: FieldCatalogue): string | null {
  for (const [index, file] of current.files.entries()) {
    const mapping = mappingOf(file, draft, index);
    const missing = mapping ? missingFields(mapping, catalogue) : [];
    if (missing.length === 0) continue;
    const where = current.files.length > 1 ? ` in ${file.name}` : '';
    return `Choose what fills ${missing.map(({ label }) => label).join(', ')}${where} first.`;
  }
  return null;
}
