import type { Flow } from '@crg/api-contract/flow';
import { permitPapers } from '@crg/domain/permit-papers';
import { paperQuestions } from '@crg/story/paper-questions';
import { expect, test } from 'vitest';
import { differences, euroText } from '../src/features/entry/entry-words.ts';
import {
  emptyFlow,
  endsAsked,
  entryOfFlow,
  flowOfEntry,
  missingInFlow,
  ownHours,
  withType,
} from '../src/features/entry/flow-entry.ts';
import { readPlace } from '../src/features/entry/place-text.ts';
import { typeFacts } from '../src/features/entry/type-facts.ts';

const types = typeFacts();
const typeOf = (id: string) => types.find((type) => type.id === id);

const stored: Flow = {
  id: 'gyproc-heat',
  site_id: 'gyproc-works',
  direction: 'supply',
  type: 'heat.hot_water',
  name: 'Dryer exhaust',
  quantity: { amount: 11_800, unit: 'MWh/a', precision: 'measured' },
  availability: { hours: '01'.repeat(84), months: '111111000111' },
  quality: { temperature_c: { min: 68, max: 68 } },
  quality_precision: 'estimated',
  codes: { ewc: ['101206'], cpa: '23.62.10', hs: null },
  price: { amount: 12, currency: 'DKK', per: 'MWh' },
  disposal_cost: null,
  limits: { max_distance_km: 4, min_quantity: { amount: 10, unit: 'MWh/a' } },
  source: { reference: 'meter', certainty: null },
};

test('a stored flow goes through its form without losing what the form does not show', () => {
  const entry = entryOfFlow(stored);
  expect(entry.hours).toBe(ownHours);
  expect({ ...flowOfEntry(entry, stored), id: stored.id, site_id: stored.site_id }).toEqual(stored);
});

test('a new flow is ready once it has a type, an amount and a unit, and nothing unknown becomes 0', () => {
  expect(missingInFlow(emptyFlow)).toBe('the type of resource');
  const typed = withType(emptyFlow, typeOf('material.gypsum'));
  expect(typed.unit).toBe('t/a');
  expect(missingInFlow(typed)).toBe('the amount');
  const flow = flowOfEntry({ ...typed, amount: 500 });
  expect(flow.quantity).toEqual({ amount: 500, unit: 't/a', precision: 'estimated' });
  expect(flow.price).toBeNull();
  expect(flow.quality).toEqual({});
  expect(flow.limits).toEqual({ max_distance_km: null });
});

test('another type takes the unit and the quality of the old one away where they no longer mean anything', () => {
  const heat = entryOfFlow(stored);
  const gypsum = withType(heat, typeOf('material.gypsum'));
  expect(gypsum.unit).toBe('t/a');
  expect(gypsum.quality).toEqual({});
  const steam = withType(heat, typeOf('heat.steam'));
  expect(steam.unit).toBe('MWh/a');
  expect(steam.quality).toEqual({ temperature_c: { min: 68, max: 68 } });
});

test('a supply is asked for one temperature, a demand for what it must have', () => {
  expect(endsAsked('supply', 'at_least', undefined)).toBe('one');
  expect(endsAsked('demand', 'at_least', undefined)).toBe('at_least');
  expect(endsAsked('demand', 'window', undefined)).toBe('both');
  expect(endsAsked('supply', 'at_least', { min: 60, max: 80 })).toBe('both');
});

test('a place is read as maps copy it, and exchanged coordinates are offered the right way round', () => {
  expect(readPlace('55.6812, 11.0934')).toEqual({ kind: 'place', latitude: 55.6812, longitude: 11.0934 });
  expect(readPlace('55.6812 11.0934').kind).toBe('place');
  expect(readPlace(' ')).toEqual({ kind: 'empty' });
  expect(readPlace('120.5, 55.7')).toMatchObject({ kind: 'wrong', instead: '55.7, 120.5' });
  expect(readPlace('Kalundborg')).toMatchObject({ kind: 'wrong', got: 'Kalundborg' });
});

test('two versions of a flow are told apart field by field', () => {
  const theirs = { ...stored, quantity: { ...stored.quantity, amount: 9_000 }, name: null };
  expect(differences(theirs, stored)).toEqual([
    { field: 'quantity amount', theirs: '9000', mine: '11800' },
    { field: 'name', theirs: 'not stated', mine: 'Dryer exhaust' },
  ]);
  expect(differences(stored, stored)).toEqual([]);
});

test('a yearly loss is said with its sign', () => {
  expect(euroText(-282_400)).toBe('−€282,000');
});

test('the skills of a service are words, however they are typed, and no other type has any', () => {
  const service = { ...withType(emptyFlow, typeOf('service.maintenance')), amount: 40 };
  const typed = { ...service, skills: 'Welding EN ISO 9606,  forklift, forklift,' };
  expect(flowOfEntry(typed)).toMatchObject({ skills: ['welding_en_iso_9606', 'forklift'] });
  expect(flowOfEntry(service)).not.toHaveProperty('skills');
  expect(flowOfEntry(withType(typed, typeOf('material.gypsum')))).not.toHaveProperty('skills');
});

test('an answer for the permit gate is yes or no, and taking it back makes the fact unknown again', () => {
  const gypsum = { ...withType(emptyFlow, typeOf('material.gypsum')), amount: 500 };
  const answered = { ...gypsum, papers: { contract_or_market: true, carrier_registered: false } as const };
  const flow = flowOfEntry(answered);
  expect(flow.papers).toEqual({ contract_or_market: true, carrier_registered: false });
  const kept: Flow = { ...stored, papers: { crosses_public_land: true } };
  expect(entryOfFlow(kept).papers).toEqual({ crosses_public_land: true });
  expect(flowOfEntry({ ...entryOfFlow(kept), papers: {} }, kept).papers).toBeNull();
});

test('only questions that a rule can ask about such a flow stand in its form', () => {
  const ids = (direction: 'supply' | 'demand', type: string) => paperQuestions(direction, type).map(({ id }) => id);
  expect(ids('supply', 'heat.hot_water')).toEqual(['crosses_public_land']);
  expect(ids('demand', 'gas.co2')).toEqual(['haccp']);
  expect(ids('demand', 'material.gypsum')).toEqual(['receiver_permit_codes']);
  expect(ids('supply', 'service.maintenance')).toEqual([]);
  const everywhere = types.flatMap(({ id }) => [...ids('supply', id), ...ids('demand', id)]);
  expect(new Set(everywhere)).toEqual(new Set(permitPapers.map(({ id }) => id)));
});
