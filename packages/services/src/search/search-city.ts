// Organizations, sites, flows and codes of one city, found by their words and ranked.
import type { City, Organization, Point, ResourceFlow, Site } from '@crg/domain/flow';
import { resourceType } from '@crg/domain/taxonomy';
import { type CarriedCode, codesOf } from './codes-of.ts';
import { plain, type TextIndex, TextIndexBuilder, wordsOf } from './text-index.ts';

export interface SearchHit {
  readonly kind: 'organization' | 'site' | 'flow' | 'code';
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly siteId: string | null;
  readonly place: Point | null;
  /** Of a code: how many flows carry it. */
  readonly flows: number | null;
}

/** Best first, ties by title, then kind and id. */
export type CitySearch = (query: string, limit: number) => readonly SearchHit[];

/**
 * Reads every record of the city once.
 *
 * @param breathe called now and then while a large city is read, so that others get their turn
 */
export async function citySearch(city: City, breathe: () => Promise<void>): Promise<CitySearch> {
  const builder = new TextIndexBuilder();
  const entries: Entry[] = [];
  for await (const entry of entriesOf(city, breathe)) {
    builder.add(entry.words);
    entries.push(entry);
  }
  return ranked(builder.build(), entries);
}

interface Entry {
  readonly kind: SearchHit['kind'];
  readonly title: string;
  readonly id: string;
  readonly words: Parameters<TextIndexBuilder['add']>[0];
  /** 0 for a code that nobody carries: it stands behind everything else. */
  readonly worth: number;
  /** Made when it is shown; a large city has a hundred thousand. */
  readonly hit: () => Omit<SearchHit, 'kind' | 'title' | 'id'>;
}

function ranked(index: TextIndex, entries: readonly Entry[]): CitySearch {
  return (query, limit) => {
    const whole = plain(query).trim();
    const scored = index.find(joinedWasteCode(query)).flatMap(({ document, score }) => {
      const entry = entries[document];
      return entry === undefined ? [] : [{ entry, score: score * entry.worth }];
    });
    return best(scored, limit, whole).map(({ kind, id, title, hit }) => ({ kind, id, title, ...hit() }));
  };
}

interface Scored {
  readonly entry: Entry;
  readonly score: number;
}

/** Whole titles and ids count most; only candidates that could still win are looked at closely. */
function best(scored: readonly Scored[], limit: number, whole: string): readonly Entry[] {
  const floor = nthLargest(
    scored.map(({ score }) => score),
    limit,
  );
  return scored
    .filter(({ score }) => score >= floor - wholeBonus)
    .map(({ entry, score }) => ({ entry, score: score + bonusOf(entry, whole) }))
    .sort((a, b) => b.score - a.score || compareEntries(a.entry, b.entry))
    .slice(0, limit)
    .map(({ entry }) => entry);
}

/** More than a whole word, so that "Mill" stands before "Mill of the north". */
const wholeBonus = 2;

function bonusOf({ title, id, worth }: Entry, whole: string): number {
  const plainTitle = plain(title);
  if (plainTitle === whole || plain(id) === whole) return wholeBonus * worth;
  return plainTitle.startsWith(whole) ? (wholeBonus / 2) * worth : 0;
}

function nthLargest(numbers: readonly number[], n: number): number {
  if (numbers.length <= n) return Number.NEGATIVE_INFINITY;
  return Float64Array.from(numbers).sort()[numbers.length - n] ?? Number.NEGATIVE_INFINITY;
}

const kindOrder = { organization: 0, site: 1, flow: 2, code: 3 } as const;

function compareEntries(a: Entry, b: Entry): number {
  if (a.kind !== b.kind) return kindOrder[a.kind] - kindOrder[b.kind];
  if (a.title.length !== b.title.length) return a.title.length - b.title.length;
  return compareText(a.title, b.title) || compareText(a.id, b.id);
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** `10 01 02*` as the list prints it is one code, not three words. */
function joinedWasteCode(query: string): string {
  return query.replace(/^\s*(\d{2})\s+(\d{2})\s+(\d{2})\s*\*?\s*$/, '$1$2$3');
}

const recordsBetweenBreaths = 4000;

async function* entriesOf(city: City, breathe: () => Promise<void>): AsyncGenerator<Entry> {
  const facts = relationsOf(city);
  let count = 0;
  for (const entry of allEntries(city, facts)) {
    yield entry;
    if (++count % recordsBetweenBreaths === 0) await breathe();
  }
}

interface Relations {
  readonly organizations: ReadonlyMap<string, Organization>;
  readonly sites: ReadonlyMap<string, Site>;
  readonly sitesOf: ReadonlyMap<string, readonly Site[]>;
}

function relationsOf({ organizations, sites }: City): Relations {
  const sitesOf = new Map<string, Site[]>();
  for (const site of sites) {
    const list = sitesOf.get(site.organizationId);
    if (list === undefined) sitesOf.set(site.organizationId, [site]);
    else list.push(site);
  }
  return {
    organizations: new Map(organizations.map((one) => [one.id, one])),
    sites: new Map(sites.map((one) => [one.id, one])),
    sitesOf,
  };
}

function* allEntries(city: City, relations: Relations): Generator<Entry> {
  for (const organization of city.organizations) {
    yield organizationEntry(organization, relations.sitesOf.get(organization.id) ?? []);
  }
  for (const site of city.sites) yield siteEntry(site, relations.organizations.get(site.organizationId));
  for (const flow of city.flows) {
    const site = relations.sites.get(flow.siteId);
    yield flowEntry(flow, site, site && relations.organizations.get(site.organizationId));
  }
  for (const code of codesOf(city)) yield codeEntry(code);
}

function organizationEntry(organization: Organization, sites: readonly Site[]): Entry {
  const { id, name, nace } = organization;
  const only = sites.length === 1 ? sites[0] : undefined;
  return {
    kind: 'organization',
    id,
    title: name,
    worth: 1,
    words: { title: wordsOf(name), id: idWords(id), context: nace },
    hit: () => ({
      detail: [counted(sites.length, 'site'), ...nace.map((code) => `NACE ${code}`)].join(' · '),
      siteId: only?.id ?? null,
      place: only?.point ?? null,
      flows: null,
    }),
  };
}

function siteEntry(site: Site, owner: Organization | undefined): Entry {
  const { id, name, country, point } = site;
  const isNamedAlike = owner?.name === name;
  return {
    kind: 'site',
    id,
    title: name,
    worth: 1,
    words: { title: wordsOf(name), id: idWords(id), context: isNamedAlike ? [] : wordsOf(owner?.name ?? '') },
    hit: () => ({
      detail: [
        'site',
        ...(isNamedAlike || owner === undefined ? [] : [owner.name]),
        ...(country ? [country] : []),
      ].join(' · '),
      siteId: id,
      place: point,
      flows: null,
    }),
  };
}

function flowEntry(flow: ResourceFlow, site: Site | undefined, owner: Organization | undefined): Entry {
  const { id, name, direction, type, quantity } = flow;
  const { label } = resourceType(type);
  return {
    kind: 'flow',
    id,
    title: name,
    worth: 1,
    words: {
      title: wordsOf(name),
      id: idWords(id),
      kind: wordsOf(`${label} ${type}`),
      context: [direction, ...flow.codes.ewc, ...wordsOf(owner?.name ?? ''), ...wordsOf(site?.name ?? '')],
    },
    hit: () => ({
      detail: [
        direction,
        ...(name === label ? [] : [label]),
        `${quantity.amount} ${quantity.unit}`,
        ...(owner === undefined ? [] : [owner.name]),
      ].join(' · '),
      siteId: flow.siteId,
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
    worth: flows === 0 ? 0.1 : 1,
    words: { title: [...wordsOf(label), ...wordsOf(code)], id: [plain(id)], context: wordsOf(system) },
    hit: () => ({ detail: `${system} · ${counted(flows, 'flow')}`, siteId: null, place: null, flows }),
  };
}

/** The whole id, and what follows the name of the register it comes from: `hotmaps:HM-1` is found as `HM-1` too. */
function idWords(id: string): readonly string[] {
  const whole = plain(id).trim();
  const colon = whole.indexOf(':');
  return colon === -1 ? [whole] : [whole, whole.slice(colon + 1)];
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
