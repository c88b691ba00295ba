// When a flow runs, on the wire (168 characters or the name of a pattern) and in the domain.
import { type Availability, always, type HourPattern, hourPatterns } from '@crg/domain/availability';
import type { Static } from 'typebox';
import type { AvailabilitySchema } from './schemas.ts';

type AvailabilityWire = Static<typeof AvailabilitySchema>;

/** What is not stated is "always". */
export function availabilityToDomain(wire: AvailabilityWire | null | undefined): Availability {
  if (wire === null || wire === undefined) return always;
  return {
    hours: hoursOf(wire.hours),
    months: wire.months === null || wire.months === undefined ? always.months : bits(wire.months),
    validFrom: wire.valid_from ?? null,
    validTo: wire.valid_to ?? null,
  };
}

export function availabilityToWire({ hours, months, validFrom, validTo }: Availability): AvailabilityWire {
  const text = textOf(hours);
  return {
    hours: patternNames.get(text) ?? text,
    months: textOf(months),
    valid_from: validFrom,
    valid_to: validTo,
  };
}

function hoursOf(stated: string | null | undefined): readonly boolean[] {
  if (stated === null || stated === undefined) return always.hours;
  return Object.hasOwn(hourPatterns, stated) ? hourPatterns[stated as HourPattern] : bits(stated);
}

/** A city has few distinct calendars and many flows: equal texts share one array. Emptied before it could grow without end. */
const readBits = new Map<string, readonly boolean[]>();
const mostReadBits = 10_000;

function bits(text: string): readonly boolean[] {
  let marks = readBits.get(text);
  if (marks === undefined) {
    marks = Array.from(text, (character) => character === '1');
    if (readBits.size >= mostReadBits) readBits.clear();
    readBits.set(text, marks);
  }
  return marks;
}

/** Kept as long as the list is: lists are shared between the flows of a city, and half of a page of matches is calendars. */
const knownTexts = new WeakMap<readonly boolean[], string>();

function textOf(marks: readonly boolean[]): string {
  let text = knownTexts.get(marks);
  if (text === undefined) {
    text = marks.map((marked) => (marked ? '1' : '0')).join('');
    knownTexts.set(marks, text);
  }
  return text;
}

const patternNames = new Map(Object.entries(hourPatterns).map(([name, hours]) => [textOf(hours), name]));
