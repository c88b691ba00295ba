'use client';
// One flow under edit, with who would fit it as it stands in the form.
import type { Flow } from '@crg/api-contract/flow';
import { useState } from 'react';
import { EditFrame } from './edit-frame.tsx';
import css from './entry-form.module.css';
import { entryOfFlow, flowOfEntry, missingInFlow, type TypeFacts } from './flow-entry.ts';
import { FlowFields } from './flow-fields.tsx';
import type { Versioned } from './record-requests.ts';
import { useRecord } from './use-record.ts';
import { WhatIfPanel } from './what-if-panel.tsx';

export function EditFlow({ initial, types }: { initial: Versioned<Flow>; types: readonly TypeFacts[] }) {
  const record = useRecord('flows', initial);
  const { stored, conflict } = record;
  const [entry, setEntry] = useState(() => entryOfFlow(initial.value));
  const mine: Flow = { ...flowOfEntry(entry, stored), id: stored.id, site_id: stored.site_id };
  const missing = missingInFlow(entry);
  const { id: _, ...asked } = mine;
  return (
    <div className={css.columns}>
      <EditFrame
        record={record}
        mine={mine}
        missing={missing}
        removal="Its matches disappear. It can be put back right after."
        takeTheirs={() => {
          if (conflict) setEntry(entryOfFlow(conflict.value));
          record.takeTheirs();
        }}
      >
        <section className={`card ${css.part}`} aria-label="What flows">
          <FlowFields flow={entry} types={types} change={setEntry} />
        </section>
      </EditFrame>
      <WhatIfPanel
        question={missing === null ? { flow: asked, k: 20 } : null}
        direction={entry.direction}
        missing={missing}
      />
    </div>
  );
}
