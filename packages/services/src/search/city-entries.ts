// Every record of a city as something to be found: by which words, and what is shown of it.
import type { City, Organization, ResourceFlow, Site } from '@crg/domain/flow';
import { resourceType } from '@crg/domain/taxonomy';
import { ownersOf } from '../owners.ts';
import { type CarriedCode, codesOf } from './codes-of.ts';
import type { SearchHit } from './search-hit.ts';
import type { DocumentTexts } from './text-index.ts';

export interface Entry {
  readonly kind: SearchHit['kind'];
  readonly id: string;
  readonly title: string;
  /** Asked once, while the index is built. */
  readonly texts: () => DocumentTexts;
  /** Made when it is shown; a large city has a hundred thousand entries. */
  readonly shown: () => Pick<SearchHit, 'detail' | 'siteId' | 'place' | 'flows'>;
}

/** Organizations, sites, flows, then the codes. */
export function* allEntries(city: City): Generator<Entry> {
  const { organizations, sitesOf } = ownersOf(city);
  const sites = new Map(city.sites.map((one) => [one.id, one]));
  for (const organization of city.organizations) {
    yield organizationEntry(organization, sitesOf.get(organization.id) ?? []);
  }
  for (const site of city.sites) yield siteEntry(site, organizations.get(site.organizationId));
  for (const flow of city.flows) {
    const site = sites.get(flow.siteId);
    yield flowEntry(flow, { site, owner: site && organizations.get(site.organizationId) });
  }
  for (const code of codesOf(city)) yield codeEntry(code);
}

function organizationEntry({ id, name, nace }: Organization, sites: readonly Site[]): Entry {
  const only = sites.length === 1 ? sites[0] : undefined;
  return {
    kind: 'organization',
    id,
    title: name,
    texts: () => ({ title: name, ids: idsOf(id), kind: [], context: nace, worth: 1 }),
    shown: () => ({
      detail: [counted(sites.length, 'site'), ...nace.map((code) => `NACE ${code}`)].join(' · '),
      siteId: only?.id ?? null,
      place: only?.point ?? null,
      flows: null,
    }),
  };
}

function siteEntry({ id, name, country, point }: Site, owner: Organization | undefined): Entry {
  const ownerName = owner === undefined || owner.name === name ? null : owner.name;
  return {
    kind: 'site',
    id,
    title: name,
    texts: () => ({
      title: name,
      ids: idsOf(id),
      kind: [],
      context: ownerName === null ? [] : [ownerName],
      worth: 1,
    }),
    shown: () => ({
      detail: ['site', ownerName, country].filter((part) => part !== null).join(' · '),
      siteId: id,
      place: point,
      flows: null,
    }),
  };
}

function flowEntry(
  { id, name, direction, type, quantity, codes, siteId }: ResourceFlow,
  { site, owner }: { site: Site | undefined; owner: Organization | undefined },
): Entry {
  const { label } = resourceType(type);
  const places = [owner?.name, site?.name === owner?.name ? undefined : site?.name].filter(
    (name) => name !== undefined,
  );
  return {
    kind: 'flow',
    id,
    title: name,
    texts: () => ({
      title: name,
      ids: idsOf(id),
      kind: name === label ? [type] : [label, type],
      context: [direction, ...codes.ewc, ...places],
      worth: 1,
    }),
    shown: () => ({
      detail: [direction, name === label ? null : label, `${quantity.amount} ${quantity.unit}`, owner?.name ?? null]
        .filter((part) => part !== null)
        .join(' · '),
      siteId,
      place: site?.point ?? null,
      flows: null,
    }),
  };
}

function codeEntry({ id, code, label, system, flows }: CarriedCode): Entry {
  return {
    kind: 'code',
    id,
    title: `${code} ${label}`,
    texts: () => ({
      title: `${label} ${code}`,
      ids: [id, code],
      kind: [],
      context: [system],
      worth: flows === 0 ? worthOfIdleCode : 1,
    }),
    shown: () => ({ detail: `${system} · ${counted(flows, 'flow')}`, siteId: null, place: null, flows }),
  };
}

/** A code that nobody in the city carries stands behind everything that is there. */
const worthOfIdleCode = 0.1;

/** The whole id, and what follows the name of the register it comes from: `hotmaps:HM-1` is found as `HM-1` too. */
function idsOf(id: string): readonly string[] {
  const colon = id.indexOf(':');
  return colon === -1 ? [id] : [id, id.slice(colon + 1)];
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
