'use client';
import type { NewRegistration, Registration } from '@crg/api-contract/registration';
// An organization, its site and a flow in one form: it asks what a match needs, and saves all of it or nothing.
import type { Site } from '@crg/api-contract/site';
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { SendFault } from '../../api/send.ts';
import { Refusal } from '../../ui/refusal.tsx';
import css from './entry-form.module.css';
import { emptyFlow, type FlowEntry, flowOfEntry, missingInFlow, type TypeFacts } from './flow-entry.ts';
import { FlowFields } from './flow-fields.tsx';
import { OrganizationChoice, type Owner } from './organization-choice.tsx';
import { readPlace } from './place-text.ts';
import { register, sitesOf } from './record-requests.ts';
import { Saved } from './saved.tsx';
import { newSite, SiteChoice, type SiteEntry, SiteFields } from './site-fields.tsx';
import { useKept } from './use-kept.ts';
import { WhatIfPanel } from './what-if-panel.tsx';

interface Entry {
  readonly owner: Owner;
  /** Id of a site of the owner, or `newSite`. */
  readonly siteId: string;
  readonly site: SiteEntry;
  readonly flow: FlowEntry;
}

const empty: Entry = {
  owner: { id: '', name: '' },
  siteId: newSite,
  site: { name: '', place: '', country: '' },
  flow: emptyFlow,
};

export function NewEntry({ types }: { types: readonly TypeFacts[] }) {
  const [entry, keep] = useKept('crg-new-entry', empty);
  const sites = useSites(entry.owner.id);
  const [fault, setFault] = useState<SendFault | null>(null);
  const [busy, setBusy] = useState(false);
  const [saved, setSaved] = useState<Registration | null>(null);
  const missing = missingInEntry(entry);
  const change = (more: Partial<Entry>) => keep({ ...entry, ...more });
  const save = async () => {
    setFault(null);
    setBusy(true);
    try {
      setSaved(await register(registrationOf(entry)));
    } catch (error) {
      if (!(error instanceof SendFault)) throw error;
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  if (saved) {
    const again = (next: Entry) => {
      setSaved(null);
      keep(next);
    };
    return <Saved registration={saved} another={() => again(withSameSite(entry, saved))} fresh={() => again(empty)} />;
  }
  return (
    <div className={css.columns}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (missing === null) void save();
        }}
      >
        <section className={`card ${css.part}`} aria-label="Who and where">
          <h2>Who and where</h2>
          <OrganizationChoice owner={entry.owner} change={(owner) => change({ owner, siteId: newSite })} />
          {sites.length > 0 ? (
            <SiteChoice sites={sites} value={entry.siteId} change={(siteId) => change({ siteId })} />
          ) : null}
          {entry.siteId === newSite ? <SiteFields site={entry.site} change={(site) => change({ site })} /> : null}
        </section>
        <section className={`card ${css.part}`} aria-label="What flows">
          <h2>What flows</h2>
          <FlowFields flow={entry.flow} types={types} change={(flow) => change({ flow })} />
        </section>
        {fault ? (
          <Refusal problem={fault.problem} safe="Nothing was saved. The form keeps what you typed.">
            {null}
          </Refusal>
        ) : null}
        <footer className={css.foot}>
          <p id="why">{missing === null ? 'All of it is saved together, or nothing.' : `Still needed: ${missing}.`}</p>
          <Button
            type="submit"
            className="btn p"
            isDisabled={missing !== null || busy}
            {...(missing === null ? {} : { 'aria-describedby': 'why' })}
          >
            Save the flow
          </Button>
        </footer>
      </form>
      <WhatIfPanel
        question={questionOf(entry)}
        direction={entry.flow.direction}
        missing={missingInFlow(entry.flow) ?? (hasPlace(entry) ? null : 'the place')}
      />
    </div>
  );
}

function missingInEntry({ owner, siteId, site, flow }: Entry): string | null {
  if (owner.name.trim() === '') return 'the organization';
  if (siteId === newSite && readPlace(site.place).kind === 'wrong') return 'a place that can be read';
  return missingInFlow(flow);
}

function hasPlace({ siteId, site }: Entry): boolean {
  return siteId !== newSite || readPlace(site.place).kind === 'place';
}

function questionOf(entry: Entry) {
  const { siteId, site, owner, flow } = entry;
  const place = readPlace(site.place);
  if (missingInFlow(flow) !== null) return null;
  if (siteId !== newSite) return { flow: { ...flowOfEntry(flow), site_id: siteId }, k: 20 };
  if (place.kind !== 'place') return null;
  return {
    flow: flowOfEntry(flow),
    site: {
      longitude: place.longitude,
      latitude: place.latitude,
      ...(site.country === '' ? {} : { country: site.country }),
      ...(owner.id === '' ? {} : { organization_id: owner.id }),
    },
    k: 20,
  };
}

function registrationOf({ owner, siteId, site, flow }: Entry): NewRegistration {
  if (siteId !== newSite) return { flow: { ...flowOfEntry(flow), site_id: siteId } };
  const place = readPlace(site.place);
  const organization = owner.name.trim();
  return {
    ...(owner.id === '' ? { organization: { name: organization } } : {}),
    site: {
      ...(owner.id === '' ? {} : { organization_id: owner.id }),
      name: site.name.trim() || organization,
      ...(place.kind === 'place' ? { longitude: place.longitude, latitude: place.latitude } : {}),
      country: site.country || null,
    },
    flow: flowOfEntry(flow),
  };
}

/** For the next flow at the same site. */
function withSameSite(entry: Entry, { organization, site }: Registration): Entry {
  const owner = organization ? { id: organization.id, name: organization.name ?? '' } : entry.owner;
  return { ...entry, owner, siteId: site?.id ?? entry.siteId, flow: emptyFlow };
}

function useSites(organizationId: string): readonly Site[] {
  const [sites, setSites] = useState<readonly Site[]>([]);
  useEffect(() => {
    let stopped = false;
    if (organizationId === '') setSites([]);
    // Without an answer a new site can still be entered.
    else
      sitesOf(organizationId).then(
        (all) => stopped || setSites(all),
        () => undefined,
      );
    return () => {
      stopped = true;
    };
  }, [organizationId]);
  return sites;
}
