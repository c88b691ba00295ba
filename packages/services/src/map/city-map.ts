// The sites of a city as a map shows them at any zoom: alone where there is room, gathered where there is not.
import type { City, Direction, Organization, Point, Site } from '@crg/domain/flow';
import { type Family, families, resourceType } from '@crg/domain/taxonomy';
import type { BoundingBox } from '@crg/stores/ports/site-store';
import Supercluster from 'supercluster';

/** Sites with a flow of any of these families (null: of any, or none at all) in this direction (null: in either). */
export interface MapFilter {
  readonly families: readonly Family[] | null;
  readonly direction: Direction | null;
}

export interface MapView {
  readonly marks: readonly (SiteMark | ClusterMark)[];
  readonly sitesInView: number;
  /** That fit the filter, in view or not. */
  readonly sites: number;
  readonly sitesWithoutPlace: number;
  /** At which the marks were gathered. */
  readonly zoom: number;
}

export interface SiteMark {
  readonly kind: 'site';
  readonly site: Site;
  readonly point: Point;
  readonly organization: Organization;
  readonly families: readonly FamilyCount[];
}

export interface ClusterMark {
  readonly kind: 'cluster';
  /** Good for this map only. */
  readonly id: string;
  readonly point: Point;
  readonly sites: number;
  /** Flows by family, whatever the filter; families without one are absent. */
  readonly families: Readonly<Partial<Record<Family, number>>>;
  readonly supplies: number;
  readonly demands: number;
  readonly box: BoundingBox;
  /** null: all its sites share one point. */
  readonly expansionZoom: number | null;
  /** Of sites that share one point, by id; null where they would be too many to list. */
  readonly members: readonly SiteMark[] | null;
}

export interface FamilyCount {
  readonly family: Family;
  readonly supplies: number;
  readonly demands: number;
}

export interface MapLimits {
  readonly marks: number;
  readonly members: number;
  readonly deepestZoom: number;
}

/** Build one per state of the city; what is asked with the same filter again is kept. */
export class CityMap {
  readonly #sites: readonly KnownSite[];
  readonly #limits: MapLimits;
  readonly #layers = new Map<string, Layer>();

  constructor(city: City, limits: MapLimits) {
    this.#sites = knownSites(city);
    this.#limits = limits;
  }

  /** At most `limits.marks` marks: where there would be more, the sites are gathered for a lesser zoom. */
  view({ within, zoom, filter }: { within: BoundingBox; zoom: number; filter: MapFilter }): MapView {
    const { gathered, sites, sitesWithoutPlace } = this.#layerOf(filter);
    const { west, south, east, north } = within;
    let used = Math.min(Math.floor(zoom), this.#limits.deepestZoom + 1);
    let found = gathered.getClusters([west, south, east, north], used);
    while (found.length > this.#limits.marks && used > 0) {
      used--;
      found = gathered.getClusters([west, south, east, north], used);
    }
    const marks = markAll(found, gathered, this.#limits);
    const sitesInView = marks.reduce((sum, mark) => sum + (mark.kind === 'site' ? 1 : mark.sites), 0);
    return { marks, sitesInView, sites, sitesWithoutPlace, zoom: used };
  }

  #layerOf(filter: MapFilter): Layer {
    const key = `${filter.direction ?? ''} ${[...(filter.families ?? [])].sort().join()}`;
    const layer = this.#layers.get(key) ?? layerOf(this.#sites, filter, this.#limits);
    // Put behind the others: the first one in the map is the one that was not asked for longest.
    this.#layers.delete(key);
    this.#layers.set(key, layer);
    for (const oldest of this.#layers.keys()) {
      if (this.#layers.size <= layersKept) break;
      this.#layers.delete(oldest);
    }
    return layer;
  }
}

/** Each takes less than 10 MB for 31,000 sites. */
const layersKept = 8;

interface Layer {
  readonly gathered: Gathered;
  readonly sites: number;
  readonly sitesWithoutPlace: number;
}

type Gathered = Supercluster<OnePoint, Sums>;

interface KnownSite {
  readonly site: Site;
  readonly organization: Organization;
  readonly families: readonly FamilyCount[];
}

/** All sites that stand at exactly one point: no zoom takes them apart, so they enter as one. */
interface OnePoint {
  readonly members: readonly KnownSite[];
  readonly point: Point;
}

/** What a cluster adds up. Replaced as a whole, never written into: clusters of several zooms share it. */
interface Sums {
  sites: number;
  box: BoundingBox;
  flows: FlowSums;
}

interface FlowSums {
  readonly supplies: number;
  readonly demands: number;
  /** In the order of the taxonomy. */
  readonly byFamily: readonly number[];
}

/** On the screen, for tiles of 512 pixels. */
const clusterRadiusPixels = 60;

function layerOf(all: readonly KnownSite[], filter: MapFilter, { deepestZoom }: MapLimits): Layer {
  const sites = all.filter((site) => fits(site, filter));
  const points = byPoint(sites);
  const gathered: Gathered = new Supercluster<OnePoint, Sums>({
    radius: clusterRadiusPixels,
    maxZoom: deepestZoom,
    map: sumsOf,
    reduce: (sums, other) => {
      sums.sites += other.sites;
      sums.box = around(sums.box, other.box);
      sums.flows = added(sums.flows, other.flows);
    },
  });
  gathered.load(
    points.map((properties) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [properties.point.longitude, properties.point.latitude] },
      properties,
    })),
  );
  const placed = points.reduce((sum, { members }) => sum + members.length, 0);
  return { gathered, sites: sites.length, sitesWithoutPlace: sites.length - placed };
}

function fits({ families: of }: KnownSite, { families: wanted, direction }: MapFilter): boolean {
  if (wanted === null && direction === null) return true;
  return of.some(
    ({ family, supplies, demands }) =>
      (wanted === null || wanted.includes(family)) &&
      (direction === null || (direction === 'supply' ? supplies : demands) > 0),
  );
}

function byPoint(sites: readonly KnownSite[]): readonly OnePoint[] {
  const points = new Map<string, { members: KnownSite[]; point: Point }>();
  for (const known of sites) {
    const { point } = known.site;
    if (point === null) continue;
    const key = `${point.longitude} ${point.latitude}`;
    const there = points.get(key);
    if (there === undefined) points.set(key, { members: [known], point });
    else there.members.push(known);
  }
  return [...points.values()];
}

function knownSites({ organizations, sites, flows }: City): readonly KnownSite[] {
  const owners = new Map(organizations.map((one) => [one.id, one]));
  const counts = new Map<string, FamilyCounter>();
  for (const { siteId, type, direction } of flows) {
    const counter: FamilyCounter = counts.get(siteId) ?? new Map();
    counts.set(siteId, counter);
    const { family } = resourceType(type);
    const { supplies, demands } = counter.get(family) ?? { supplies: 0, demands: 0 };
    const isSupply = direction === 'supply';
    counter.set(family, { family, supplies: supplies + (isSupply ? 1 : 0), demands: demands + (isSupply ? 0 : 1) });
  }
  return sites.flatMap((site) => {
    const organization = owners.get(site.organizationId);
    if (organization === undefined) return [];
    return [{ site, organization, families: inOrder(counts.get(site.id)) }];
  });
}

type FamilyCounter = Map<Family, FamilyCount>;

function inOrder(counter: FamilyCounter | undefined): readonly FamilyCount[] {
  if (counter === undefined) return [];
  return families.flatMap(({ id }) => counter.get(id) ?? []);
}

function sumsOf({ members, point }: OnePoint): Sums {
  const byFamily = new Array<number>(families.length).fill(0);
  let supplies = 0;
  let demands = 0;
  for (const count of members.flatMap((member) => member.families)) {
    const at = placeOf.get(count.family) ?? 0;
    byFamily[at] = (byFamily[at] ?? 0) + count.supplies + count.demands;
    supplies += count.supplies;
    demands += count.demands;
  }
  const { longitude, latitude } = point;
  const box = { west: longitude, south: latitude, east: longitude, north: latitude };
  return { sites: members.length, box, flows: { supplies, demands, byFamily } };
}

const placeOf: ReadonlyMap<Family, number> = new Map(families.map(({ id }, index) => [id, index]));

function around(a: BoundingBox, b: BoundingBox): BoundingBox {
  return {
    west: Math.min(a.west, b.west),
    south: Math.min(a.south, b.south),
    east: Math.max(a.east, b.east),
    north: Math.max(a.north, b.north),
  };
}

function added(a: FlowSums, b: FlowSums): FlowSums {
  return {
    supplies: a.supplies + b.supplies,
    demands: a.demands + b.demands,
    byFamily: a.byFamily.map((count, index) => count + (b.byFamily[index] ?? 0)),
  };
}

/** Members are listed for the first points, as many as the limit allows in the whole view. */
function markAll(found: ReturnType<Gathered['getClusters']>, gathered: Gathered, limits: MapLimits) {
  let listed = 0;
  return found.map(({ properties, geometry }): SiteMark | ClusterMark => {
    if (!('cluster' in properties)) {
      const room = properties.members.length <= limits.members && listed + properties.members.length <= limits.marks;
      if (properties.members.length > 1 && room) listed += properties.members.length;
      return markOfPoint(properties, room);
    }
    const [longitude = 0, latitude = 0] = geometry.coordinates;
    return {
      kind: 'cluster',
      id: String(properties.cluster_id),
      point: { longitude, latitude },
      ...shownSums(properties),
      expansionZoom: gathered.getClusterExpansionZoom(properties.cluster_id),
      members: null,
    };
  });
}

function markOfPoint(onePoint: OnePoint, isListed: boolean): SiteMark | ClusterMark {
  const { members, point } = onePoint;
  const marks = () => members.map((member) => ({ kind: 'site' as const, point, ...member }));
  const [first, ...others] = members;
  if (first !== undefined && others.length === 0) return { kind: 'site', point, ...first };
  return {
    kind: 'cluster',
    id: `point ${first?.site.id ?? ''}`,
    point,
    ...shownSums(sumsOf(onePoint)),
    expansionZoom: null,
    members: isListed ? marks() : null,
  };
}

function shownSums({ sites, box, flows }: Sums) {
  const named = families.flatMap(({ id }, index) => {
    const count = flows.byFamily[index] ?? 0;
    return count === 0 ? [] : [[id, count] as const];
  });
  return { sites, box, supplies: flows.supplies, demands: flows.demands, families: Object.fromEntries(named) };
}
