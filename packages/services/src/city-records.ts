// A city in memory, ready to be asked: its records by id and by owner, and the engine's index of its flows.
import type { City, Organization, ResourceFlow, Site } from '@crg/domain/flow';
import { CityIndex } from '@crg/engine/city-index';
import { FactorTable } from '@crg/engine/economics/factor-table';
import type { Place } from '@crg/engine/prepared-flow';
import { defaultWeights } from '@crg/engine/score';
import { TouchedSupplies } from '@crg/engine/touched-supplies';
import type { CityMetadata } from '@crg/stores/ports/city-store';
import type { FlowInPlace } from './flow-in-place.ts';
import { SortedRecords } from './sorted-records.ts';

/** Records as they are now; ids that are named in `removed` are there no more. */
export interface RecordChanges {
  readonly organizations: readonly Organization[];
  readonly sites: readonly Site[];
  readonly flows: readonly ResourceFlow[];
  readonly removed: {
    readonly organizations: readonly string[];
    readonly sites: readonly string[];
    readonly flows: readonly string[];
  };
}

export class CityRecords {
  readonly index: CityIndex;
  metadata: CityMetadata;
  /** What changes have touched since this was last taken. */
  touched: TouchedSupplies;
  readonly #organizations = new SortedRecords<Organization>();
  readonly #sites = new SortedRecords<Site>();
  readonly #flows = new SortedRecords<ResourceFlow>();
  readonly #sitesOf = new Groups();
  readonly #flowsAt = new Groups();

  constructor(metadata: CityMetadata) {
    this.metadata = metadata;
    this.index = new CityIndex(metadata.year, defaultWeights, new FactorTable(metadata.factors));
    this.touched = new TouchedSupplies(this.index);
  }

  /** Adds records to a city that is being read: organizations first, flows last. */
  load({ organizations = [], sites = [], flows = [] }: Partial<RecordChanges>): void {
    for (const organization of organizations) this.#organizations.put(organization);
    for (const site of sites) this.#putSite(site);
    for (const flow of flows) {
      this.#putFlow(flow);
      // A site that was made while the city was read comes with the changes since.
      const place = this.#placeOf(flow);
      if (place !== null) this.index.put(flow, place);
    }
  }

  /** All of it at once: nobody sees half of a change. */
  apply({ removed, flows, ...read }: RecordChanges): void {
    // What is as it was moves no flow.
    const organizations = read.organizations.filter((owner) => isNews(owner, this.#organizations.get(owner.id)));
    const sites = read.sites.filter((site) => isNews(site, this.#sites.get(site.id)));
    for (const organization of organizations) this.#organizations.put(organization);
    for (const site of sites) this.#putSite(site);
    for (const id of removed.flows) this.#removeFlow(id);
    for (const flow of flows) this.#putFlow(flow);
    const moved = new Set(flows.map(({ id }) => id));
    for (const id of [
      ...sites.map((site) => site.id),
      ...organizations.flatMap((owner) => this.#sitesOf.of(owner.id)),
    ]) {
      for (const flow of this.#flowsAt.of(id)) moved.add(flow);
    }
    const put = [...moved].flatMap((id) => {
      const flow = this.#flows.get(id);
      const place = flow === undefined ? null : this.#placeOf(flow);
      return flow === undefined || place === null ? [] : [{ flow, place }];
    });
    this.touched.change({ put, remove: removed.flows });
    for (const id of removed.sites) this.#removeSite(id);
    for (const id of removed.organizations) this.#organizations.remove(id);
  }

  organization(id: string): Organization | null {
    return this.#organizations.get(id) ?? null;
  }

  site(id: string): Site | null {
    return this.#sites.get(id) ?? null;
  }

  /** null when there is no such flow. */
  flow(id: string): FlowInPlace | null {
    const flow = this.#flows.get(id);
    const place = flow === undefined ? null : this.#placeOf(flow);
    return flow === undefined || place === null ? null : { flow, ...place };
  }

  /** Ids of the flows at all sites of an organization. */
  flowsOf(organizationId: string): readonly string[] {
    return this.#sitesOf.of(organizationId).flatMap((site) => this.#flowsAt.of(site));
  }

  /** Every list by id. */
  city(): City {
    const { name, year, currency, factors } = this.metadata;
    return {
      name,
      year,
      currency,
      organizations: this.#organizations.list(),
      sites: this.#sites.list(),
      flows: this.#flows.list(),
      ...(factors.length === 0 ? {} : { factors }),
    };
  }

  #placeOf(flow: ResourceFlow): Place | null {
    const site = this.#sites.get(flow.siteId);
    const organization = site && this.#organizations.get(site.organizationId);
    return site === undefined || organization === undefined ? null : { site, organization };
  }

  #putSite(site: Site): void {
    this.#sitesOf.move(site.id, { from: this.#sites.get(site.id)?.organizationId, to: site.organizationId });
    this.#sites.put(site);
  }

  #removeSite(id: string): void {
    this.#sitesOf.move(id, { from: this.#sites.get(id)?.organizationId });
    this.#sites.remove(id);
  }

  #putFlow(flow: ResourceFlow): void {
    this.#flowsAt.move(flow.id, { from: this.#flows.get(flow.id)?.siteId, to: flow.siteId });
    this.#flows.put(flow);
  }

  #removeFlow(id: string): void {
    this.#flowsAt.move(id, { from: this.#flows.get(id)?.siteId });
    this.#flows.remove(id);
  }
}

/** A city that stands in no store. */
export function recordsOf({ organizations, sites, flows, factors = [], ...head }: City): CityRecords {
  const records = new CityRecords({ ...head, sources: [], factors });
  records.load({ organizations, sites, flows });
  return records;
}

function isNews<T>(record: T, known: T | undefined): boolean {
  return JSON.stringify(record) !== JSON.stringify(known);
}

/** Ids by the id of their owner. */
class Groups {
  readonly #members = new Map<string, Set<string>>();

  of(owner: string): readonly string[] {
    return [...(this.#members.get(owner) ?? [])];
  }

  move(id: string, { from, to }: { from?: string | undefined; to?: string }): void {
    if (from === to) return;
    if (from !== undefined) this.#members.get(from)?.delete(id);
    if (to === undefined) return;
    const members = this.#members.get(to);
    if (members === undefined) this.#members.set(to, new Set([id]));
    else members.add(id);
  }
}
