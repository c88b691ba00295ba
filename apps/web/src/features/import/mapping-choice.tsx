'use client';
// Another way to read the file: a kept or built-in mapping, or column by column.
import { useState } from 'react';
import { Refusal } from '../../ui/refusal.tsx';
import { ChoiceSelect } from './choice-select.tsx';
import { ImportFault, type ImportFile, type Mapping, type MappingSummary, readMapping } from './import-requests.ts';
import { emptyMapping } from './mapping-draft.ts';

interface Props {
  readonly mappings: readonly MappingSummary[];
  readonly file: ImportFile;
  readonly mapping: Mapping;
  readonly disabled: boolean;
  choose(mapping: Mapping): void;
}

const asFound = 'as-found';
const byHand = 'by-hand';

export function MappingChoice({ mappings, file, mapping, disabled, choose }: Props) {
  const [fault, setFault] = useState<ImportFault | null>(null);
  const known = mappings.some(({ name }) => name === mapping.name);
  const take = async (value: string | null) => {
    setFault(null);
    if (value === byHand || value === null) return choose(emptyMapping(file.name));
    if (value === asFound) return choose(file.mapping ?? emptyMapping(file.name));
    try {
      choose(await readMapping(value));
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      setFault(error);
    }
  };
  return (
    <>
      <span className="note">Read this file with</span>
      <ChoiceSelect
        label={`Read ${file.name} with`}
        value={known ? mapping.name : mapping === file.mapping ? asFound : null}
        choices={[
          ...(file.mapping ? [{ value: asFound, label: 'As it was found' }] : []),
          ...mappings.map(({ name, title }) => ({ value: name, label: title })),
          { value: byHand, label: 'Start from no columns' },
        ]}
        empty="Column by column, as on the left"
        disabled={disabled}
        choose={take}
      />
      {fault ? (
        <Refusal problem={fault.problem} safe="The columns are as before.">
          {null}
        </Refusal>
      ) : null}
    </>
  );
}
