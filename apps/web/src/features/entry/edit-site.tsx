'use client';
// One site under edit.
import type { Site } from '@crg/api-contract/site';
import { useState } from 'react';
import { EditFrame } from './edit-frame.tsx';
import css from './entry-form.module.css';
import { placeText, readPlace } from './place-text.ts';
import type { Versioned } from './record-requests.ts';
import { type SiteEntry, SiteFields } from './site-fields.tsx';
import { useRecord } from './use-record.ts';

export function EditSite({ initial }: { initial: Versioned<Site> }) {
  const record = useRecord('sites', initial);
  const { stored, conflict } = record;
  const [entry, setEntry] = useState(() => entryOfSite(initial.value));
  const place = readPlace(entry.place);
  return (
    <EditFrame
      record={record}
      mine={siteOfEntry(entry, stored)}
      missing={place.kind === 'wrong' ? 'a place that can be read' : null}
      removal="Only a site without flows can be removed."
      takeTheirs={() => {
        if (conflict) setEntry(entryOfSite(conflict.value));
        record.takeTheirs();
      }}
    >
      <section className={`card ${css.part}`} aria-label="Where">
        <SiteFields site={entry} change={setEntry} />
      </section>
    </EditFrame>
  );
}

function entryOfSite({ name, latitude, longitude, country }: Site): SiteEntry {
  return { name: name ?? '', place: placeText(latitude, longitude), country: country ?? '' };
}

function siteOfEntry({ name, place, country }: SiteEntry, stored: Site): Site {
  const reading = readPlace(place);
  const point = reading.kind === 'place' ? reading : { latitude: null, longitude: null };
  return {
    ...stored,
    name: name.trim() || null,
    country: country || null,
    latitude: point.latitude,
    longitude: point.longitude,
  };
}
