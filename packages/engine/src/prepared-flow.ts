// A flow with everything about it computed once: where it stands, how much it is, when it runs, what it is worth.
import { hoursPerYear, validInYear } from '@crg/domain/availability';
import { DomainError } from '@crg/domain/errors';
import type { City, Organization, ResourceFlow, Site } from '@crg/domain/flow';
import { type EarthCentred, earthCentred } from '@crg/domain/geo';
import type { Notice } from '@crg/domain/match';
import { rateOf, yearlyAmountOf } from '@crg/domain/quantity';
import { type ResourceType, resourceType } from '@crg/domain/taxonomy';
import type { Calendar, RunTimes } from './calendar.ts';
import { type FlowWorth, worthOf } from './economics/flow-worth.ts';
import { gridNotices } from './economics/grid-notice.ts';
import { isAbove110C } from './permit/above-110c.ts';
import { type QualityEnds, qualityEnds } from './quality-ends.ts';
import { refuseImpossibleFlow, refuseImpossibleSite } from './refuse-impossible.ts';

export interface PreparedFlow {
  readonly flow: ResourceFlow;
  readonly site: Site;
  readonly organization: Organization;
  /** The same number for flows of one organization, another one for every other: compared for every candidate. */
  readonly owner: number;
  /** The same number for flows of one site, another one for every other. */
  readonly siteNumber: number;
  readonly type: ResourceType;
  readonly place: EarthCentred;
  /** In the type's rate unit while the flow runs, its yearly unit, and h/a. */
  readonly rate: number;
  readonly yearly: number;
  readonly hours: number;
  readonly times: RunTimes;
  /** Read for every candidate, so they stand here as well: stated limits, List of Waste codes and skills. */
  readonly maxDistanceKm: number | null;
  readonly minYearlyAmount: number | null;
  readonly ewc: readonly string[];
  readonly skills: readonly string[];
  /** Of its quality, by the parameters of its own type. */
  readonly ends: QualityEnds;
  readonly worth: FlowWorth;
  /** Flows of one class look the same to every permit rule; null for a changed copy that belongs to none. */
  readonly permitClass: number | null;
}

export type Restatement = Partial<Pick<ResourceFlow, 'limits' | 'quality' | 'quantity' | 'availability'>>;

/**
 * A copy of a prepared flow as if its owner had stated something else about it; its place stays.
 * @param calendar of the run's year, needed where the availability changes
 */
export function restated(
  prepared: PreparedFlow,
  changes: Restatement,
  calendar?: Pick<Calendar, 'year' | 'runTimes'>,
): PreparedFlow {
  const flow = { ...prepared.flow, ...changes };
  const { type } = prepared;
  const isElsewhen = changes.availability !== undefined && calendar !== undefined;
  const hours = isElsewhen ? hoursPerYear(flow.availability, calendar.year) : prepared.hours;
  const isAsMuch = changes.quantity === undefined && !isElsewhen;
  return {
    ...prepared,
    flow,
    hours,
    times: isElsewhen ? calendar.runTimes(flow.availability) : prepared.times,
    rate: isAsMuch ? prepared.rate : rateOf(flow.quantity, type, hours),
    yearly: isAsMuch ? prepared.yearly : yearlyAmountOf(flow.quantity, type, hours),
    ...flow.limits,
    ends: changes.quality === undefined ? prepared.ends : qualityEnds(flow.quality, type.parameters),
    permitClass: looksTheSameToPermits(flow.quality, prepared.flow.quality) ? prepared.permitClass : null,
  };
}

/** Whether nothing has changed that `factText` reads of a quality; limits, amounts and times are not asked. */
function looksTheSameToPermits(one: ResourceFlow['quality'], other: ResourceFlow['quality']): boolean {
  return (
    isAbove110C(one.temperature_c) === isAbove110C(other.temperature_c) && one.cadmium_mg_kg === other.cadmium_mg_kg
  );
}

/** Puts flows that look the same to every permit rule into one class. */
interface PermitClassifier {
  readonly classOf: (flow: ResourceFlow, site: Site, organization: Organization) => number;
}

interface Preparation extends Pick<PreparedFlow, 'owner' | 'siteNumber'> {
  readonly calendar: Calendar;
  readonly permitClasses: PermitClassifier;
}

/** Where a flow stands, and whose it is. */
export interface Place {
  readonly site: Site;
  readonly organization: Organization;
}

/**
 * `flow` is null when it cannot be matched in the calendar's year; the notices say why, or what could not be used about it.
 * @throws DomainError unknown_resource_type; unknown_unit, wrong_dimension, invalid_quantity, invalid_input, out_of_range or
 * unknown_code for a figure that cannot be, naming flow and field
 */
export function prepareFlow(
  flow: ResourceFlow,
  { site, organization }: Place,
  { calendar, permitClasses, ...numbers }: Preparation,
): { flow: PreparedFlow | null; notices: readonly Notice[] } {
  const type = resourceType(flow.type);
  refuseImpossibleFlow(flow);
  refuseImpossibleSite(site);
  const hours = hoursPerYear(flow.availability, calendar.year);
  const obstacle = obstacleOf(flow, site, hours, calendar);
  if (obstacle !== null || site.point === null) return { flow: null, notices: obstacle === null ? [] : [obstacle] };
  const worth = worthOf(flow, type);
  const prepared: PreparedFlow = {
    flow,
    site,
    organization,
    ...numbers,
    type,
    place: earthCentred(site.point),
    rate: rateOf(flow.quantity, type, hours),
    yearly: yearlyAmountOf(flow.quantity, type, hours),
    hours,
    times: calendar.runTimes(flow.availability),
    ...flow.limits,
    // One empty list for all that state no code: it is at hand when the next flow is looked at.
    ewc: flow.codes.ewc.length === 0 ? noCodes : flow.codes.ewc,
    skills: flow.skills ?? noSkills,
    ends: qualityEnds(flow.quality, type.parameters),
    worth,
    permitClass: permitClasses.classOf(flow, site, organization),
  };
  return { flow: prepared, notices: [...worth.notices, ...gridNotices(flow, type, site)] };
}

/** In any yearly unit: a milligram or a millijoule, by which nothing can be divided and mean something. */
const leastYearly = 1e-9;
const noSkills: readonly string[] = [];
const noCodes: readonly string[] = [];

function obstacleOf(flow: ResourceFlow, site: Site, hours: number, calendar: Calendar): Notice | null {
  const notice = (code: string, text: string): Notice => ({ code, flowId: flow.id, text });
  if (site.point === null)
    return notice('no_place', `${flow.name} is not matched: the place of its site ${site.name} is not known.`);
  if (!validInYear(flow.availability, calendar.year))
    return notice('not_valid_in_year', `${flow.name} is not matched: it exists on no day of ${calendar.year}.`);
  if (hours === 0)
    return notice('never_available', `${flow.name} is not matched: it runs in no hour of ${calendar.year}.`);
  if (flow.quantity.amount === 0) return notice('no_quantity', `${flow.name} is not matched: its quantity is 0.`);
  if (yearlyAmountOf(flow.quantity, resourceType(flow.type), hours) < leastYearly)
    return notice('no_quantity', `${flow.name} is not matched: its quantity is next to 0.`);
  return null;
}

/** By site id. @throws DomainError organization_not_found */
export function placesOf({ organizations, sites }: Pick<City, 'organizations' | 'sites'>): ReadonlyMap<string, Place> {
  const owners = new Map(organizations.map((organization) => [organization.id, organization]));
  return new Map(sites.map((site) => [site.id, { site, organization: ownerOf(site, owners) }]));
}

function ownerOf(site: Site, owners: ReadonlyMap<string, Organization>): Organization {
  const owner = owners.get(site.organizationId);
  if (owner !== undefined) return owner;
  throw new DomainError('organization_not_found', {
    expected: `the organization of site ${site.id} among the city's organizations`,
    got: site.organizationId,
    next: 'Add the organization or correct organization_id.',
  });
}

/** @throws DomainError site_not_found */
export function placeOf(flow: ResourceFlow, places: ReadonlyMap<string, Place>): Place {
  const place = places.get(flow.siteId);
  if (place !== undefined) return place;
  throw new DomainError('site_not_found', {
    expected: `the site of flow ${flow.id} among the city's sites`,
    got: flow.siteId,
    next: 'Add the site or correct site_id.',
  });
}
