// Everything that can be wrong with one flow, found in one go; the file reader and the API both ask here.
import { hoursOfWeek, isIsoDate, monthsOfYear } from './availability.ts';
import { isCurrencyCode } from './currency.ts';
import { DomainError, type ErrorCode, type ErrorEvidence, type FieldPath } from './errors.ts';
import type { Interval, ResourceFlow } from './flow.ts';
import { didYouMean, listed } from './nearest-spelling.ts';
import { permitPapers } from './permit-papers.ts';
import { eurPerUnit, type Price } from './price.ts';
import { rateOf } from './quantity.ts';
import { saturationTemperatureC } from './saturation.ts';
import {
  isResourceType,
  type QualityParameter,
  qualityParameter,
  type ResourceType,
  resourceType,
} from './taxonomy.ts';
import { wasteCode } from './waste-codes.ts';

/** One thing wrong with one field, by the field's name on the wire (`quality.temperature_c.min`). */
export interface Finding extends ErrorEvidence {
  readonly code: ErrorCode;
  readonly field: FieldPath;
}

/** All that is wrong with a flow on its own, in the order of its fields; empty when it can be matched or kept as it is. */
export function checkFlow(flow: ResourceFlow): readonly Finding[] {
  const identity = [
    ...filled('id', flow.id),
    ...filled('site_id', flow.siteId),
    ...oneOf('direction', flow.direction, ['supply', 'demand']),
  ];
  const rest = [
    ...checkAvailability(flow),
    ...checkCodes(flow),
    ...checkLimits(flow),
    ...checkPrice('price', flow.price),
    ...checkDisposal(flow),
    ...checkSkills(flow),
    ...checkPapers(flow),
  ];
  if (!isResourceType(flow.type)) return [...identity, ...caught('type', () => resourceType(flow.type)), ...rest];
  const type = resourceType(flow.type);
  return [
    ...identity,
    ...checkQuantity(flow, type),
    ...checkQuality(flow, type),
    ...rest,
    ...checkPer('price', flow.price, type),
    ...checkPer('disposal_cost', flow.disposalCost, type),
    ...checkAlternative(flow, type),
  ];
}

/**
 * The part of `checkFlow` without which no number can be worked out: amount, unit, times, quality figures, waste codes, limits
 * and prices. The engine asks it of every flow it is given, wherever that flow comes from; no hour marked is no mistake there.
 */
export function checkFigures(flow: ResourceFlow): readonly Finding[] {
  const type = resourceType(flow.type);
  return [
    ...checkQuantity(flow, type),
    ...checkTimes(flow, () => true),
    ...checkQuality(flow, type),
    ...flow.codes.ewc.flatMap((code) => caught('codes.ewc', () => wasteCode(code))),
    ...checkLimits(flow),
    ...checkPer('price', flow.price, type),
    ...checkPer('disposal_cost', flow.disposalCost, type),
  ];
}

/** Combinations that are possible and yet odd: whole sentences for a person to look at, never a reason to refuse. */
export function oddities(flow: ResourceFlow): readonly string[] {
  const { amount, unit } = flow.quantity;
  return [
    ...(amount === 0 ? [`The quantity is 0 ${unit}, so the flow fits nobody.`] : []),
    ...(flow.type === 'heat.steam' ? steamOddities(flow) : []),
    ...(flow.type === 'heat.hot_water' ? tooHotForLiquid(flow) : []),
    ...(waterTypes.has(flow.type) ? pressureNeeded(flow) : []),
    ...(flow.type === 'material.solvent' ? moreThanWhole(flow, 'purity_percent', 'water_percent') : []),
    ...(flow.direction === 'demand' && (flow.price?.amount ?? 0) < 0
      ? ['The price of a demand is what the buyer pays today for the alternative; this one is negative.']
      : []),
  ];
}

/** The findings of a DomainError thrown by `attempt`, placed at `field`; any other error passes through. */
export function caught(field: FieldPath, attempt: () => unknown): readonly Finding[] {
  try {
    attempt();
    return [];
  } catch (error) {
    if (error instanceof DomainError) return [{ ...error.evidence, code: error.code, field }];
    throw error;
  }
}

export function filled(field: FieldPath, text: string): readonly Finding[] {
  if (text.trim() !== '') return [];
  return [{ code: 'invalid_input', field, expected: 'some text', got: 'nothing', next: 'Fill it in.' }];
}

function oneOf(field: FieldPath, value: string, allowed: readonly string[]): readonly Finding[] {
  if (allowed.includes(value)) return [];
  const next = didYouMean(value, allowed) ?? `Write ${listed(allowed)}.`;
  return [{ code: 'invalid_input', field, expected: listed(allowed), got: quoted(value), next }];
}

function checkQuantity({ quantity, qualityPrecision }: ResourceFlow, type: ResourceType): readonly Finding[] {
  const precisions = ['measured', 'estimated', 'archetype'];
  // Any number of hours above 0 serves: only the amount and the unit are on trial here.
  const attempt = caught('quantity.unit', () => rateOf(quantity, type, 1));
  return [
    ...attempt.map((finding) =>
      finding.code === 'invalid_quantity' ? { ...finding, field: 'quantity.amount' } : finding,
    ),
    ...checkSize('quantity.amount', quantity.amount),
    ...oneOf('quantity.precision', quantity.precision, precisions),
    ...(qualityPrecision === null ? [] : oneOf('quality_precision', qualityPrecision, precisions)),
  ];
}

/** Far above any city's flow or price, far below where sums over a year lose their last digit or leave what a number can hold. */
const largestSize = 1e15;

function checkSize(field: FieldPath, value: number | null): readonly Finding[] {
  if (value === null || !Number.isFinite(value) || Math.abs(value) <= largestSize) return [];
  const next = 'Check the unit, or whether two figures ran together.';
  return [{ code: 'out_of_range', field, expected: 'a number of at most 1e15', got: String(value), next }];
}

function checkAvailability(flow: ResourceFlow): readonly Finding[] {
  return checkTimes(flow, (marks) => marks.includes(true));
}

/** @param isEnough what of the marks of the right number is not refused */
function checkTimes(
  { availability }: ResourceFlow,
  isEnough: (marks: readonly boolean[]) => boolean,
): readonly Finding[] {
  const { hours, months, validFrom, validTo } = availability;
  const dates = [...checkDate('availability.valid_from', validFrom), ...checkDate('availability.valid_to', validTo)];
  const reversed = dates.length === 0 && validFrom !== null && validTo !== null && validFrom > validTo;
  return [
    ...checkMarks('availability.hours', hours, { length: hoursOfWeek, each: 'hour of the week', isEnough }),
    ...checkMarks('availability.months', months, { length: monthsOfYear, each: 'month of the year', isEnough }),
    ...dates,
    ...(reversed
      ? [
          {
            code: 'invalid_input' as const,
            field: 'availability.valid_to',
            expected: `a day not before valid_from (${validFrom})`,
            got: validTo,
            next: 'Swap the two dates, or leave valid_to empty when the end is not known.',
          },
        ]
      : []),
  ];
}

interface Marks {
  readonly length: number;
  readonly each: string;
  readonly isEnough: (marks: readonly boolean[]) => boolean;
}

function checkMarks(
  field: FieldPath,
  marks: readonly boolean[],
  { length, each, isEnough }: Marks,
): readonly Finding[] {
  if (marks.length === length && isEnough(marks)) return [];
  const got = marks.length === length ? 'none marked' : `${marks.length}`;
  const next = `Write ${length} characters of 0 and 1, or leave it out for always.`;
  return [{ code: 'invalid_input', field, expected: `${length} marks, at least one ${each} being 1`, got, next }];
}

function checkDate(field: FieldPath, date: string | null): readonly Finding[] {
  if (date === null || isIsoDate(date)) return [];
  const next = 'Write the day as 2018-01-31, or null when it is not known.';
  return [{ code: 'invalid_input', field, expected: 'a calendar day as YYYY-MM-DD', got: quoted(date), next }];
}

function checkQuality({ quality }: ResourceFlow, type: ResourceType): readonly Finding[] {
  return Object.entries(quality).flatMap(([id, interval]) => {
    const field = `quality.${id}`;
    const parameter = qualityParameter(type, id);
    return parameter === undefined ? [unknownParameter(field, id, type)] : checkInterval(field, interval, parameter);
  });
}

function unknownParameter(field: FieldPath, id: string, type: ResourceType): Finding {
  const known = type.parameters.map((parameter) => parameter.id);
  const expected =
    known.length === 0 ? `no quality figures for ${type.id}` : `a parameter of ${type.id}: ${listed(known)}`;
  const next = didYouMean(id, known) ?? 'Leave it out, or put it into a field named x_….';
  return { code: 'invalid_input', field, expected, got: quoted(id), next };
}

function checkInterval(field: FieldPath, { min, max }: Interval, parameter: QualityParameter): readonly Finding[] {
  const bounds = [...checkBound(`${field}.min`, min, parameter), ...checkBound(`${field}.max`, max, parameter)];
  if (bounds.length > 0 || min === null || max === null || min <= max) return bounds;
  const expected = `a max of at least the min (${min} ${parameter.unit})`;
  return [
    {
      code: 'invalid_input',
      field: `${field}.max`,
      expected,
      got: `${max} ${parameter.unit}`,
      next: 'Swap min and max.',
    },
  ];
}

function checkBound(
  field: FieldPath,
  value: number | null,
  { range, unit, label }: QualityParameter,
): readonly Finding[] {
  const [lowest, highest] = range;
  if (value === null || (value >= lowest && value <= highest)) return [];
  const expected = `${label.toLowerCase()} between ${lowest} and ${highest} ${unit}, what is physically possible`;
  return [{ code: 'out_of_range', field, expected, got: String(value), next: `Check that the figure is in ${unit}.` }];
}

function checkCodes({ codes }: ResourceFlow): readonly Finding[] {
  return [
    ...codes.ewc.flatMap((code) => caught('codes.ewc', () => wasteCode(code))),
    ...checkPattern('codes.cpa', codes.cpa, /^\d{2}(\.?\d{1,2}){0,3}$/, 'a CPA code such as 23.51.12'),
    ...checkPattern('codes.hs', codes.hs, /^\d{2}(\d{2}([. ]?\d{2}){0,3})?$/, 'an HS code such as 2523 or 252329'),
  ];
}

function checkPattern(field: FieldPath, code: string | null, pattern: RegExp, expected: string): readonly Finding[] {
  if (code === null || pattern.test(code)) return [];
  return [
    { code: 'unknown_code', field, expected, got: quoted(code), next: 'Write digits and dots, or leave it empty.' },
  ];
}

function checkLimits({ limits }: ResourceFlow): readonly Finding[] {
  return [
    ...checkLimit('limits.max_distance_km', limits.maxDistanceKm, 'a distance of 0 km or more'),
    ...checkLimit('limits.min_quantity', limits.minYearlyAmount, 'a yearly amount of 0 or more'),
  ];
}

function checkLimit(field: FieldPath, value: number | null, expected: string): readonly Finding[] {
  if (value === null || (Number.isFinite(value) && value >= 0)) return checkSize(field, value);
  return [
    { code: 'invalid_input', field, expected, got: String(value), next: 'Leave it empty when there is no limit.' },
  ];
}

function checkPrice(field: FieldPath, price: Price | null): readonly Finding[] {
  if (price === null || isCurrencyCode(price.currency)) return [];
  const expected = 'an ISO 4217 currency of three capital letters';
  return [
    {
      code: 'invalid_input',
      field: `${field}.currency`,
      expected,
      got: quoted(price.currency),
      next: 'Write EUR or DKK, say.',
    },
  ];
}

function checkDisposal({ direction, disposalCost }: ResourceFlow): readonly Finding[] {
  if (disposalCost === null || direction === 'supply') return checkPrice('disposal_cost', disposalCost);
  const next = 'Leave it out; what the buyer pays today for the alternative goes into price.';
  const expected = 'a disposal cost on supplies only: what the supplier pays today to be rid of it';
  return [{ code: 'invalid_input', field: 'disposal_cost', expected, got: 'one on a demand', next }];
}

/**
 * A supply may carry any price: who pays to be rid of something wants less than nothing. A negative disposal cost is what it is
 * sold for today. But nobody is paid to heat a hall or to drink water: only takers of what others dispose of are paid to take it.
 */
function checkAlternative({ direction, price }: ResourceFlow, type: ResourceType): readonly Finding[] {
  if (direction !== 'demand' || price === null || !(price.amount < 0) || isPaidToTake(type)) return [];
  const expected = `a price of 0 or more: what the buyer pays today for the alternative to ${type.id}`;
  const got = `${price.amount} ${price.currency} per ${price.per}`;
  const next = 'Turn the sign; what a supplier pays to be rid of it goes into disposal_cost of the supply.';
  return [{ code: 'invalid_input', field: 'price.amount', expected, got, next }];
}

function isPaidToTake({ id, family }: ResourceType): boolean {
  return family === 'material' || family === 'organic' || id === 'water.wastewater';
}

function checkSkills({ skills = [] }: ResourceFlow): readonly Finding[] {
  return skills.flatMap((skill, index): readonly Finding[] => {
    const field = `skills[${index}]`;
    if (!/^[a-z0-9][a-z0-9_.-]*$/.test(skill)) {
      const expected = 'a skill in lower-case letters and digits, words joined by _, . or -';
      return [{ code: 'invalid_input', field, expected, got: quoted(skill), next: 'Write welding_en_iso_9606, say.' }];
    }
    const first = skills.indexOf(skill);
    if (first === index) return [];
    const expected = `each skill once (it stands at skills[${first}] already)`;
    return [{ code: 'invalid_input', field, expected, got: quoted(skill), next: 'Leave one of the two out.' }];
  });
}

function checkPapers({ papers = {}, direction }: ResourceFlow): readonly Finding[] {
  return Object.entries(papers).flatMap(([id, answer]): readonly Finding[] => {
    const field = `papers.${id}`;
    const paper = permitPapers.find((known) => known.id === id);
    const answerable = permitPapers.filter(({ side }) => side === direction).map((known) => known.id);
    if (paper === undefined) {
      const expected = `a question of the permit rules to a ${direction}: ${listed(answerable)}`;
      const next = didYouMean(id, answerable) ?? 'Leave it out; what no rule asks decides nothing.';
      return [{ code: 'invalid_input', field, expected, got: quoted(id), next }];
    }
    if (paper.side !== direction) {
      const expected = `it on a ${paper.side}: ${paper.question}`;
      return [
        { code: 'invalid_input', field, expected, got: `one on a ${direction}`, next: 'Move it to the other side.' },
      ];
    }
    if (answer === true || answer === false) return [];
    const next = 'Leave it out when the answer is not known.';
    return [{ code: 'invalid_input', field, expected: 'true or false', got: String(answer), next }];
  });
}

function checkPer(field: FieldPath, price: Price | null, type: ResourceType): readonly Finding[] {
  if (price === null) return [];
  const attempt = caught(`${field}.per`, () => eurPerUnit(price, type)).map((finding) =>
    finding.code === 'invalid_input' ? { ...finding, field: `${field}.amount` } : finding,
  );
  return [...attempt, ...checkSize(`${field}.amount`, price.amount)];
}

/** Kelvin between the stated and the boiling temperature that a gauge may be off by. */
const gaugeError = 2;

function steamOddities({ quality }: ResourceFlow): readonly string[] {
  const temperature = quality.temperature_c;
  const pressure = quality.pressure_bar;
  const hottest = temperature?.max ?? temperature?.min;
  const lowestPressure = pressure?.min ?? pressure?.max;
  if (hottest == null || lowestPressure == null) return [];
  const boiling = saturationTemperatureC(lowestPressure);
  if (boiling === undefined || hottest >= boiling - gaugeError) return [];
  return [
    `At ${lowestPressure} bar (absolute) water boils at ${boiling.toFixed(1)} °C; at ${hottest} °C this is hot water, not steam.`,
  ];
}

const waterTypes: ReadonlySet<string> = new Set([
  'water.process',
  'water.cooling',
  'water.raw',
  'water.treated',
  'water.wastewater',
]);

function pressureNeeded({ quality }: ResourceFlow): readonly string[] {
  const hottest = quality.temperature_c?.max ?? quality.temperature_c?.min;
  return hottest == null || hottest <= 100 ? [] : [`Water of ${hottest} °C stays liquid under pressure only.`];
}

/** Above about 400 °C the last synthetic heat-transfer oils break down; hotter than that only gases and salts carry heat. */
const hottestOilC = 400;

function tooHotForLiquid({ quality }: ResourceFlow): readonly string[] {
  const hottest = quality.temperature_c?.max ?? quality.temperature_c?.min;
  if (hottest == null || hottest <= hottestOilC) return [];
  return [
    `At ${hottest} °C neither water nor thermal oil stays liquid; is the figure right, or the type heat.flue_gas?`,
  ];
}

function moreThanWhole({ quality }: ResourceFlow, one: string, other: string): readonly string[] {
  const total = (quality[one]?.min ?? 0) + (quality[other]?.min ?? 0);
  return total <= 100 ? [] : [`${one} and ${other} add up to at least ${total} %.`];
}

const quoted = (text: string): string => (text === '' ? 'nothing' : `"${text.slice(0, 60)}"`);
