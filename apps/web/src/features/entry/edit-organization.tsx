'use client';
// One organization under edit.
import type { Organization } from '@crg/api-contract/organization';
import { useState } from 'react';
import { EditFrame } from './edit-frame.tsx';
import css from './entry-form.module.css';
import { TextEntry } from './fields.tsx';
import type { Versioned } from './record-requests.ts';
import { useRecord } from './use-record.ts';

export function EditOrganization({ initial }: { initial: Versioned<Organization> }) {
  const record = useRecord('organizations', initial);
  const { stored, conflict } = record;
  const [entry, setEntry] = useState(() => entryOf(initial.value));
  const mine: Organization = {
    ...stored,
    name: entry.name.trim(),
    nace: entry.nace.split(/[,;\s]+/).filter(Boolean),
  };
  return (
    <EditFrame
      record={record}
      mine={mine}
      missing={mine.name === '' ? 'a name' : null}
      removal="Only an organization without sites can be removed."
      takeTheirs={() => {
        if (conflict) setEntry(entryOf(conflict.value));
        record.takeTheirs();
      }}
    >
      <section className={`card ${css.part}`} aria-label="Who">
        <TextEntry label="Name" value={entry.name} required change={(name) => setEntry({ ...entry, name })} />
        <TextEntry
          label="Sector, NACE"
          value={entry.nace}
          unlocks="Unlocks the sector on the map, and estimates from the sector; such as 24.10, several with commas"
          change={(nace) => setEntry({ ...entry, nace })}
        />
      </section>
    </EditFrame>
  );
}

function entryOf({ name, nace }: Organization) {
  return { name: name ?? '', nace: Array.isArray(nace) ? nace.join(', ') : (nace ?? '') };
}
