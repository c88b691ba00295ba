// A town in memory behind the ports of its stores, with a change log, for use cases that look at a whole city.
import { always } from '@crg/domain/availability';
import type { FactorOverride, Organization, ResourceFlow, Site } from '@crg/domain/flow';
import type { LivingCityStores } from '@crg/services/living-city';
import { type Change, type ChangePosition, compareChangePositions } from '@crg/stores/ports/change-log';

export const organization = (id: string, name = id): Organization => ({ id, name, nace: [] });
export const site = (id: string, organizationId: string, longitude: number): Site => ({
  id,
  organizationId,
  name: id,
  point: { longitude, latitude: 55.66 },
  country: 'DK',
  source: null,
});
export const heat = (id: string, siteId: string, change: Partial<ResourceFlow> = {}): ResourceFlow => ({
  id,
  siteId,
  direction: 'supply',
  type: 'heat.hot_water',
  name: id,
  quantity: { amount: 500, unit: 'kW', precision: 'measured' },
  availability: always,
  quality: { temperature_c: { min: 90, max: null } },
  qualityPrecision: null,
  codes: { ewc: [], cpa: null, hs: null },
  price: null,
  disposalCost: null,
  limits: { maxDistanceKm: null, minYearlyAmount: null },
  source: null,
  ...change,
});

/** Pages hold one record each, so that a city is read in many steps. */
export class Town {
  readonly organizations = new Map<string, Organization>();
  readonly sites = new Map<string, Site>();
  readonly flows = new Map<string, ResourceFlow>();
  factors: readonly FactorOverride[] = [];
  /** How often a page was read. */
  pages = 0;
  /** Called before each page is read: something may happen meanwhile. */
  meanwhile: () => void = () => {};
  #sequence = 1;
  #changes: Change[] = [];

  put(subject: 'organization' | 'site' | 'flow', record: Organization | Site | ResourceFlow): void {
    (this[`${subject}s`] as Map<string, typeof record>).set(record.id, record);
    this.#log(subject, record.id, 'replaced');
  }

  remove(subject: 'organization' | 'site' | 'flow', id: string): void {
    this[`${subject}s`].delete(id);
    this.#log(subject, id, 'removed');
  }

  state(factors: readonly FactorOverride[]): void {
    this.factors = factors;
    this.#log('city', 'Town', 'replaced');
  }

  get latest(): ChangePosition {
    return this.#changes.at(-1)?.position ?? '0-0';
  }

  stores(): LivingCityStores {
    const found = <T>(value: T | undefined) => (value === undefined ? null : { value, version: 1 });
    return {
      city: {
        metadata: async () => ({ name: 'Town', year: 2024, currency: 'EUR', sources: [], factors: this.factors }),
      },
      organizations: {
        page: async (_filter, { cursor }) => this.#page(this.organizations, cursor),
        get: async (id) => found(this.organizations.get(id)),
      },
      sites: {
        page: async (_filter, { cursor }) => this.#page(this.sites, cursor),
        get: async (id) => found(this.sites.get(id)),
      },
      flows: {
        page: async (_filter, { cursor }) => this.#page(this.flows, cursor),
        getPlaced: async (ids) =>
          new Map(
            ids.flatMap((id) => {
              const flow = this.flows.get(id);
              const at = this.sites.get(flow?.siteId ?? '');
              const owner = this.organizations.get(at?.organizationId ?? '');
              return flow && at && owner ? [[id, { flow, site: at, organization: owner, version: 1 }]] : [];
            }),
          ),
      },
      changes: {
        latest: async () => this.latest,
        since: async (position, limit) =>
          this.#changes.filter((change) => compareChangePositions(change.position, position) > 0).slice(0, limit),
      },
    };
  }

  #page<T extends { id: string }>(records: ReadonlyMap<string, T>, cursor: string | null) {
    this.pages++;
    this.meanwhile();
    const [next, ...rest] = [...records.values()]
      .filter(({ id }) => id > (cursor ?? ''))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    return {
      items: next === undefined ? [] : [{ value: next, version: 1 }],
      nextCursor: next !== undefined && rest.length > 0 ? next.id : null,
    };
  }

  #log(subject: Change['subject'], id: string, action: Change['action']): void {
    this.#changes = [...this.#changes, { position: `1-${this.#sequence++}`, subject, id, action }];
  }
}

/** Works a, b and c in a row, half a kilometre apart: heat at a, wanted at b and c. */
export function threeWorks(): Town {
  const town = new Town();
  for (const [at, id] of ['a', 'b', 'c'].entries()) {
    town.put('organization', organization(id));
    town.put('site', site(`${id}-site`, id, 11 + 0.008 * at));
  }
  town.put('flow', heat('a-heat', 'a-site'));
  town.put(
    'flow',
    heat('b-need', 'b-site', { direction: 'demand', quality: { temperature_c: { min: 60, max: null } } }),
  );
  town.put(
    'flow',
    heat('c-need', 'c-site', { direction: 'demand', quality: { temperature_c: { min: 50, max: null } } }),
  );
  return town;
}
