// The city as it is now, in memory: read once, some records at a time, then kept up by following the change log.
import { TouchedSupplies } from '@crg/engine/touched-supplies';
import type { Change, ChangeLog, ChangePosition } from '@crg/stores/ports/change-log';
import type { CitySnapshot, CityStore } from '@crg/stores/ports/city-store';
import type { FlowStore } from '@crg/stores/ports/flow-store';
import type { OrganizationStore } from '@crg/stores/ports/organization-store';
import type { SiteStore } from '@crg/stores/ports/site-store';
import type { Page, PageRequest, Versioned } from '@crg/stores/ports/versioned';
import { CityRecords, type RecordChanges } from './city-records.ts';

export interface CityNow {
  readonly records: CityRecords;
  /** Every change up to here is in it; later ones may be. */
  readonly reflects: ChangePosition;
}

export interface LivingCityStores {
  readonly city: Pick<CityStore, 'metadata'>;
  readonly organizations: Pick<OrganizationStore, 'get' | 'page'>;
  readonly sites: Pick<SiteStore, 'get' | 'page'>;
  readonly flows: Pick<FlowStore, 'getPlaced' | 'page'>;
  readonly changes: Pick<ChangeLog, 'latest' | 'since'>;
}

/** What has been touched by the changes between two positions. */
export interface TouchedSince {
  readonly from: ChangePosition;
  readonly touched: TouchedSupplies;
}

export class LivingCity {
  readonly #stores: LivingCityStores;
  #now: CityNow | null = null;
  #touchedFrom: ChangePosition = '0-0';
  #running: Promise<CityNow | null> | null = null;
  #next: Promise<CityNow | null> | null = null;
  #reloading: Promise<void> | null = null;
  #snapshot: CitySnapshot | null = null;

  constructor(stores: LivingCityStores) {
    this.#stores = stores;
  }

  /**
   * The city with every change that was committed before the call; null before a city was put. Only while it is read anew,
   * after a large import or a change of its year or factors, which happens aside, the city before that is answered.
   */
  now(): Promise<CityNow | null> {
    if (this.#running === null) return this.#start();
    // The one that runs may have looked at the log too early for this caller; all who come meanwhile share the one after it.
    this.#next ??= this.#running.then(
      () => this.#start(),
      () => this.#start(),
    );
    return this.#next;
  }

  /** As `now`, and waits while the city is read anew. */
  async newest(): Promise<CityNow | null> {
    const now = await this.now();
    if (this.#reloading === null) return now;
    await this.#reloading;
    return this.newest();
  }

  /** The same as plain lists, for what is made of a whole city. */
  async snapshot(): Promise<CitySnapshot | null> {
    const now = await this.now();
    if (now === null) return null;
    if (this.#snapshot?.reflects !== now.reflects) {
      this.#snapshot = { city: now.records.city(), reflects: now.reflects };
    }
    return this.#snapshot;
  }

  /** What changed since this was last called, up to the city as it is now; null before a city was put. */
  async takeTouched(): Promise<(TouchedSince & CityNow) | null> {
    const now = await this.newest();
    if (now === null) return null;
    const { records } = now;
    const taken = { from: this.#touchedFrom, touched: records.touched, ...now };
    records.touched = new TouchedSupplies(records.index);
    this.#touchedFrom = now.reflects;
    return taken;
  }

  #start(): Promise<CityNow | null> {
    this.#next = null;
    const running = this.#follow().finally(() => {
      if (this.#running === running) this.#running = null;
    });
    this.#running = running;
    return running;
  }

  async #follow(): Promise<CityNow | null> {
    if (this.#now === null) {
      await this.#reload();
      if (this.#now === null) return null;
    }
    for (;;) {
      const now: CityNow = this.#now;
      const changes = await this.#stores.changes.since(now.reflects, fewChanges + 1);
      const last = changes.at(-1);
      if (last === undefined) return now;
      // Another year, or other factors: everything that was prepared from them is made anew.
      const isOtherCity = changes.some(({ subject }) => subject === 'city');
      if (changes.length > fewChanges || isOtherCity) {
        // Who waits for the reading meets its failure; everybody else is answered, and the next one tries again.
        this.#reload().catch(() => undefined);
        return now;
      }
      const read = await readChanged(this.#stores, changes);
      if (this.#now !== now) continue; // read anew in between
      now.records.apply(read);
      this.#now = { records: now.records, reflects: last.position };
    }
  }

  #reload(): Promise<void> {
    this.#reloading ??= this.#load().finally(() => {
      this.#reloading = null;
    });
    return this.#reloading;
  }

  async #load(): Promise<void> {
    const { city, organizations, sites, flows, changes } = this.#stores;
    const reflects = await changes.latest();
    const metadata = await city.metadata();
    if (metadata === null) return;
    const records = new CityRecords(metadata);
    await eachPage(
      (request) => organizations.page({}, request),
      (page) => records.load({ organizations: page }),
    );
    await eachPage(
      (request) => sites.page({}, request),
      (page) => records.load({ sites: page }),
    );
    await eachPage(
      (request) => flows.page({}, request),
      (page) => records.load({ flows: page }),
    );
    this.#now = { records, reflects };
    this.#touchedFrom = reflects;
  }
}

/** More than these are read aside, the whole city anew: an import, not an edit. */
const fewChanges = 200;
const recordsAtATime = 1000;

/** One page after the other; between two of them others have their turn. */
async function eachPage<T>(
  read: (request: PageRequest) => Promise<Page<Versioned<T>>>,
  keep: (values: readonly T[]) => void,
): Promise<void> {
  let cursor: string | null = null;
  do {
    const page: Page<Versioned<T>> = await read({ cursor, limit: recordsAtATime });
    keep(page.items.map(({ value }) => value));
    cursor = page.nextCursor;
  } while (cursor !== null);
}

async function readChanged(
  { organizations, sites, flows }: LivingCityStores,
  changes: readonly Change[],
): Promise<RecordChanges> {
  const idsOf = (kind: Change['subject']) => [
    ...new Set(changes.filter(({ subject }) => subject === kind).map(({ id }) => id)),
  ];
  const owners = await split(idsOf('organization'), async (id) => (await organizations.get(id))?.value ?? null);
  const places = await split(idsOf('site'), async (id) => (await sites.get(id))?.value ?? null);
  const flowIds = idsOf('flow');
  const placed = await flows.getPlaced(flowIds);
  // What was read may name a site or an owner that came after the changes that are looked at.
  const also = [...placed.values()];
  const ownerIds = [...new Set(places.found.map((site) => site.organizationId))];
  const ofSites = await split(ownerIds, async (id) => (await organizations.get(id))?.value ?? null);
  return {
    organizations: distinct([...owners.found, ...ofSites.found, ...also.map(({ organization }) => organization)]),
    sites: distinct([...places.found, ...also.map(({ site }) => site)]),
    flows: also.map(({ flow }) => flow),
    removed: {
      organizations: owners.missing,
      sites: places.missing,
      flows: flowIds.filter((id) => !placed.has(id)),
    },
  };
}

async function split<T>(
  ids: readonly string[],
  read: (id: string) => Promise<T | null>,
): Promise<{ found: readonly T[]; missing: readonly string[] }> {
  const found: T[] = [];
  const missing: string[] = [];
  for (const id of ids) {
    const value = await read(id);
    if (value === null) missing.push(id);
    else found.push(value);
  }
  return { found, missing };
}

function distinct<T extends { readonly id: string }>(records: readonly T[]): readonly T[] {
  return [...new Map(records.map((record) => [record.id, record])).values()];
}
