'use client';
import css from './entry-form.module.css';
// Where: a point is what a match needs; without one the flow is kept and not matched.
import { ChoiceEntry, TextEntry } from './fields.tsx';
import { readPlace } from './place-text.ts';

export interface SiteEntry {
  readonly name: string;
  /** `55.68, 11.09` */
  readonly place: string;
  readonly country: string;
}

export function SiteFields({ site, change }: { site: SiteEntry; change(site: SiteEntry): void }) {
  const reading = readPlace(site.place);
  return (
    <>
      <TextEntry
        label="Place: latitude, longitude"
        value={site.place}
        unlocks="Unlocks matches: a flow without a place is not matched. Copy it from any map."
        error={
          reading.kind === 'wrong' ? (
            <>
              Expected {reading.expected}, got {reading.got}.{' '}
              {reading.instead ? (
                <button
                  type="button"
                  className={css.instead}
                  onClick={() => change({ ...site, place: reading.instead ?? site.place })}
                >
                  Use {reading.instead}
                </button>
              ) : null}
            </>
          ) : null
        }
        change={(place) => change({ ...site, place })}
      />
      <div className={css.pair}>
        <TextEntry label="Site name" value={site.name} change={(name) => change({ ...site, name })} />
        <TextEntry
          label="Country, two letters"
          value={site.country}
          unlocks="Unlocks the permit rules of the country"
          error={
            /^([A-Z]{2})?$/.test(site.country) ? null : `Expected two capital letters such as DK, got ${site.country}.`
          }
          change={(country) => change({ ...site, country: country.toUpperCase() })}
        />
      </div>
    </>
  );
}

/** Chosen for a site that is not there yet. */
export const newSite = 'new';

export function SiteChoice({
  sites,
  value,
  change,
}: {
  sites: readonly { readonly id: string; readonly name?: string | null }[];
  value: string;
  change(id: string): void;
}) {
  return (
    <ChoiceEntry
      label="Site"
      value={value}
      choices={[
        ...sites.map(({ id, name }) => ({ value: id, label: name ?? id })),
        { value: newSite, label: 'A new site' },
      ]}
      change={change}
    />
  );
}
