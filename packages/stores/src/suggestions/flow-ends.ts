// What filters and maps ask about the two flows of a pair, for every flow that stands at a known place.
import type { Point } from '@crg/domain/flow';
import type { Precision } from '@crg/domain/quantity';
import { type ResourceType, resourceType } from '@crg/domain/taxonomy';
import { sql } from 'kysely';
import { byCodePoint } from '../code-points.ts';
import type { Sql } from '../sql/connect.ts';

export interface FlowEnd {
  readonly id: string;
  readonly type: ResourceType;
  readonly precision: Precision;
  /** Flows that run at the same times share one. */
  readonly calendar: EndCalendar;
  readonly siteId: string;
  readonly organizationId: string;
  readonly point: Point;
}

export interface EndCalendar {
  /** `1` where it runs: 12 and 168 places. */
  readonly months: string;
  readonly hours: string;
}

/** By id. */
export type FlowEnds = readonly FlowEnd[];

/** Reads a city some flows at a time, so that nobody waits for it. */
export async function readEnds(db: Sql): Promise<FlowEnds> {
  const reader = new EndReader();
  const ends: FlowEnd[] = [];
  for (let last = ''; ; ) {
    const { rows } =
      await sql<EndRow>`${endsFrom} where flow.id > ${last} order by flow.id limit ${flowsAtATime}`.execute(db);
    for (const row of rows) if (row.longitude !== null) ends.push(reader.endOf(row));
    const next = rows.at(-1);
    if (next === undefined || rows.length < flowsAtATime) return ends;
    last = next.id;
  }
}

/** The same list with the ends of `ids` as they are now. */
export async function renewEnds(db: Sql, ends: FlowEnds, ids: readonly string[]): Promise<FlowEnds> {
  const reader = new EndReader(ends);
  const renewed: FlowEnd[] = [];
  for (let start = 0; start < ids.length; start += flowsAtATime) {
    const { rows } = await sql<EndRow>`
      ${endsFrom} where flow.id = any(${ids.slice(start, start + flowsAtATime)}::text[])`.execute(db);
    for (const row of rows) if (row.longitude !== null) renewed.push(reader.endOf(row));
  }
  const asked = new Set(ids);
  renewed.sort((a, b) => byCodePoint(a.id, b.id));
  return merged(
    ends.filter(({ id }) => !asked.has(id)),
    renewed,
  );
}

const flowsAtATime = 2000;

interface EndRow {
  id: string;
  type: string;
  precision: Precision;
  months: string;
  hours: string;
  site_id: string;
  organization_id: string;
  longitude: number | null;
  latitude: number;
}

const endsFrom = sql`
  select flow.id, flow.type, flow.precision, flow.months::text as months, flow.hours::text as hours, flow.site_id,
    site.organization_id, site.longitude, site.latitude
  from flows as flow join sites as site on site.id = flow.site_id`;

/** Keeps one record per calendar and one point per site. */
class EndReader {
  readonly #calendars = new Map<string, EndCalendar>();

  constructor(known: FlowEnds = []) {
    for (const calendar of new Set(known.map((end) => end.calendar))) {
      this.#calendars.set(calendar.months + calendar.hours, calendar);
    }
  }

  endOf(row: EndRow): FlowEnd {
    return {
      id: row.id,
      type: resourceType(row.type),
      precision: row.precision,
      calendar: this.#calendarOf(row),
      siteId: row.site_id,
      organizationId: row.organization_id,
      point: { longitude: row.longitude ?? 0, latitude: row.latitude },
    };
  }

  #calendarOf({ months, hours }: EndRow): EndCalendar {
    const key = months + hours;
    const known = this.#calendars.get(key);
    if (known !== undefined) return known;
    const calendar = { months, hours };
    this.#calendars.set(key, calendar);
    return calendar;
  }
}

function merged(one: FlowEnds, other: FlowEnds): FlowEnds {
  const all: FlowEnd[] = [];
  let at = 0;
  for (const end of one) {
    for (let next = other[at]; next !== undefined && byCodePoint(next.id, end.id) < 0; next = other[++at])
      all.push(next);
    all.push(end);
  }
  return [...all, ...other.slice(at)];
}
