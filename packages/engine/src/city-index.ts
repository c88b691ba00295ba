// A city as the engine looks at it: every flow prepared, both directions to be found by place. Flows may come, change and go.
import type { City, ResourceFlow } from '@crg/domain/flow';
import type { Notice } from '@crg/domain/match';
import { Calendar } from './calendar.ts';
import { Candidates } from './candidates.ts';
import { builtInFactors, FactorTable } from './economics/factor-table.ts';
import { PermitClasses } from './permit/permit-classes.ts';
import { PermitDesk } from './permit/permit-desk.ts';
import { type Place, type PreparedFlow, placeOf, placesOf, prepareFlow } from './prepared-flow.ts';
import { refuseImpossibleFactors, refuseImpossibleYear } from './refuse-impossible.ts';
import { defaultWeights, type Weights } from './score.ts';
import { byId } from './top-k.ts';

export class CityIndex {
  readonly calendar: Calendar;
  readonly weights: Weights;
  readonly factors: FactorTable;
  readonly desk: PermitDesk;
  readonly supplies = new Candidates('supply');
  readonly demands = new Candidates('demand');
  readonly #permitClasses = new PermitClasses();
  readonly #owners = new Map<string, number>();
  readonly #sites = new Map<string, number>();
  readonly #flows = new Map<string, PreparedFlow>();
  readonly #notices = new Map<string, readonly Notice[]>();

  /** @param year the calendar year that is matched */
  constructor(year: number, weights: Weights = defaultWeights, factors: FactorTable = builtInFactors) {
    refuseImpossibleYear(year);
    this.calendar = new Calendar(year);
    this.desk = new PermitDesk(`${year}-12-31`);
    this.weights = weights;
    this.factors = factors;
  }

  /**
   * Adds a flow, or puts it in place of the one with its id.
   * @throws DomainError as `prepareFlow`
   */
  put(flow: ResourceFlow, place: Place): void {
    const { flow: prepared, notices } = this.prepare(flow, place);
    this.remove(flow.id);
    if (notices.length > 0) this.#notices.set(flow.id, notices);
    if (prepared === null) return;
    this.#flows.set(flow.id, prepared);
    this.#side(prepared).put(prepared);
  }

  remove(id: string): void {
    const known = this.#flows.get(id);
    if (known !== undefined) this.#side(known).remove(known);
    this.#flows.delete(id);
    this.#notices.delete(id);
  }

  /** A flow as `put` would keep it, without keeping it. */
  prepare(flow: ResourceFlow, place: Place): { flow: PreparedFlow | null; notices: readonly Notice[] } {
    const owner = numberOf(place.organization.id, this.#owners);
    const siteNumber = numberOf(place.site.id, this.#sites);
    return prepareFlow(flow, place, { calendar: this.calendar, permitClasses: this.#permitClasses, owner, siteNumber });
  }

  /** A flow made from one of the index, with the class by which the permit gate knows it. */
  classified(made: PreparedFlow): PreparedFlow {
    return { ...made, permitClass: this.#permitClasses.classOf(made.flow, made.site, made.organization) };
  }

  /** null when there is no such flow, or it takes no part (its notice says why). */
  get(id: string): PreparedFlow | null {
    return this.#flows.get(id) ?? null;
  }

  /** Those that take part, by id. */
  allSupplies(): readonly PreparedFlow[] {
    const supplies = [...this.#flows.values()].filter(({ flow }) => flow.direction === 'supply');
    return supplies.sort((a, b) => byId(a.flow.id, b.flow.id));
  }

  /** Why a flow takes no part, or what could not be used about it: by flow id, then code. */
  notices(): readonly Notice[] {
    const all = [...this.#notices.values()].flat();
    return all.sort((a, b) => byId(a.flowId ?? '', b.flowId ?? '') || byId(a.code, b.code));
  }

  #side({ flow }: PreparedFlow): Candidates {
    return flow.direction === 'supply' ? this.supplies : this.demands;
  }
}

/** The number of an id, the next one for an id that is new. */
function numberOf(id: string, numbers: Map<string, number>): number {
  const number = numbers.get(id) ?? numbers.size;
  numbers.set(id, number);
  return number;
}

/** @throws DomainError as `put`; site_not_found, organization_not_found; as `refuseImpossibleFactors` */
export function indexOfCity(city: City, weights: Weights = defaultWeights): CityIndex {
  refuseImpossibleFactors(city.factors ?? []);
  const index = new CityIndex(city.year, weights, new FactorTable(city.factors));
  const places = placesOf(city);
  for (const flow of city.flows) index.put(flow, placeOf(flow, places));
  return index;
}
