// A resource flow on the wire and in the domain.
import type { FlowCodes, FlowLimits, Interval, ResourceFlow } from '@crg/domain/flow';
import { permitPapers } from '@crg/domain/permit-papers';
import type { Price } from '@crg/domain/price';
import { minYearlyAmountOf } from '@crg/domain/quantity';
import { resourceType } from '@crg/domain/taxonomy';
import type { Static } from 'typebox';
import { availabilityToDomain, availabilityToWire } from './availability-wire.ts';
import type { FlowWire, PriceSchema } from './schemas.ts';
import { sourceToDomain, sourceToWire } from './source-wire.ts';

type PriceWire = Static<typeof PriceSchema>;

/**
 * The flow in the domain's words. What only its type can tell is given from outside, so that a flow of an unknown type
 * can be checked too; `readFlow` does both.
 *
 * @param currency of the city, for prices that name none
 * @param label of the type: the name of a flow that has none
 * @param minYearlyAmount `limits.min_quantity` in the type's yearly unit
 */
export function flowFrom(
  wire: FlowWire,
  { currency, label, minYearlyAmount }: { currency: string; label: string; minYearlyAmount: number | null },
): ResourceFlow {
  return {
    id: wire.id,
    siteId: wire.site_id,
    direction: wire.direction,
    type: wire.type,
    name: wire.name ?? label,
    quantity: {
      amount: wire.quantity.amount,
      unit: wire.quantity.unit,
      precision: wire.quantity.precision ?? 'estimated',
    },
    availability: availabilityToDomain(wire.availability),
    quality: qualityToDomain(wire.quality),
    qualityPrecision: wire.quality_precision ?? null,
    codes: codesToDomain(wire.codes),
    price: priceToDomain(wire.price, currency),
    disposalCost: priceToDomain(wire.disposal_cost, currency),
    limits: {
      maxDistanceKm: wire.limits?.max_distance_km ?? null,
      minYearlyAmount,
    },
    ...skillsToDomain(wire.skills),
    ...papersToDomain(wire.papers),
    source: sourceToDomain(wire.source),
  };
}

/** Every field is there, null where nothing is stated. */
export function flowToWire(flow: ResourceFlow): FlowWire {
  return {
    id: flow.id,
    site_id: flow.siteId,
    direction: flow.direction,
    type: flow.type,
    name: flow.name,
    quantity: { amount: flow.quantity.amount, unit: flow.quantity.unit, precision: flow.quantity.precision },
    availability: availabilityToWire(flow.availability),
    quality: Object.fromEntries(Object.entries(flow.quality).map(([id, { min, max }]) => [id, { min, max }])),
    quality_precision: flow.qualityPrecision,
    codes: codesToWire(flow.codes),
    price: priceToWire(flow.price),
    disposal_cost: priceToWire(flow.disposalCost),
    limits: limitsToWire(flow.limits, flow.type),
    skills: flow.skills === undefined || flow.skills.length === 0 ? null : [...flow.skills],
    papers: papersToWire(flow.papers),
    source: sourceToWire(flow.source),
  };
}

/** A parameter that is null or has no bound at all is not stated; a field of the author's own is not a parameter. */
function qualityToDomain(wire: FlowWire['quality']): Readonly<Record<string, Interval>> {
  const stated: [string, Interval][] = [];
  for (const [id, interval] of Object.entries(wire ?? {})) {
    const { min = null, max = null } = interval ?? {};
    if (id.startsWith('x_') || (min === null && max === null)) continue;
    stated.push([id, { min, max }]);
  }
  return Object.fromEntries(stated);
}

function codesToDomain(wire: FlowWire['codes']): FlowCodes {
  const { ewc = null, cpa = null, hs = null } = wire ?? {};
  return { ewc: ewc === null ? [] : typeof ewc === 'string' ? [ewc] : ewc, cpa, hs };
}

function codesToWire({ ewc, cpa, hs }: FlowCodes): NonNullable<FlowWire['codes']> {
  return { ewc: ewc.length === 0 ? null : [...ewc], cpa, hs };
}

/** An empty list says as much as none. */
function skillsToDomain(wire: FlowWire['skills']): Pick<ResourceFlow, 'skills'> {
  return wire === null || wire === undefined || wire.length === 0 ? {} : { skills: wire };
}

/** Questions in the order of the table; null is an open one, and a field of the author's own is none. */
function papersToDomain(wire: FlowWire['papers']): Pick<ResourceFlow, 'papers'> {
  const answered = permitPapers.flatMap(({ id }) => {
    const answer = wire?.[id] ?? null;
    return answer === null ? [] : [[id, answer] as const];
  });
  return answered.length === 0 ? {} : { papers: Object.fromEntries(answered) };
}

function papersToWire(papers: ResourceFlow['papers']): NonNullable<FlowWire['papers']> | null {
  const answered = permitPapers.flatMap(({ id }) => (papers?.[id] === undefined ? [] : [[id, papers[id]] as const]));
  return answered.length === 0 ? null : Object.fromEntries(answered);
}

function priceToDomain(wire: PriceWire | null | undefined, currency: string): Price | null {
  if (wire === null || wire === undefined) return null;
  return { amount: wire.amount, currency: wire.currency ?? currency, per: wire.per };
}

function priceToWire(price: Price | null): PriceWire | null {
  return price === null ? null : { amount: price.amount, currency: price.currency, per: price.per };
}

/** @throws DomainError unknown_resource_type, unknown_unit, wrong_dimension */
export function minYearlyAmount(wire: FlowWire): number | null {
  const lot = wire.limits?.min_quantity ?? null;
  if (lot === null) return null;
  const type = resourceType(wire.type);
  const converted = minYearlyAmountOf(lot, type);
  // A conversion from a unit to itself may cost the last digit, and a file that we wrote must read back the same.
  return lot.unit === type.yearlyUnit ? lot.amount : converted;
}

function limitsToWire({ maxDistanceKm, minYearlyAmount }: FlowLimits, type: string): NonNullable<FlowWire['limits']> {
  return {
    max_distance_km: maxDistanceKm,
    min_quantity: minYearlyAmount === null ? null : { amount: minYearlyAmount, unit: resourceType(type).yearlyUnit },
  };
}
