// Ids that come again in one import: the same content is fine and said once, other content is an error that names both rows.
import { hash } from 'node:crypto';
import { DomainError } from '@crg/domain/errors';
import type { Organization, ResourceFlow, Site } from '@crg/domain/flow';
import type { MappedRow } from '../map/row-mapper.ts';
import type { Fix, RowProblem } from '../row-problem.ts';

/** Most distinct organizations, sites and flows of one import, each; larger ones are split into several. */
export const mostRecords = 500_000;

export interface Judged {
  readonly errors: readonly RowProblem[];
  /** Records that no earlier row gave, and organizations that this row adds an activity to. */
  readonly fresh: Pick<MappedRow, 'organizations' | 'sites' | 'flows'>;
}

interface Seen<T> {
  readonly file: number;
  readonly row: number;
  readonly content: T;
}

type WhereIs = (row: number, file: number, from: number) => string;

export class SeenRecords {
  readonly #organizations = new Map<string, Seen<Organization>>();
  readonly #sites = new Map<string, Seen<Site>>();
  /** A flow's content is kept as a digest. */
  readonly #flows = new Map<string, Seen<string>>();

  /** A row that is refused leaves no trace: rows after it are compared with those that are in. */
  judge(mapped: MappedRow, file: number, whereIs: WhereIs): Judged {
    const { row } = mapped;
    const errors: RowProblem[] = [];
    const refuse = (conflict: Conflict, first: Seen<unknown>) =>
      errors.push(problemOf(conflict, row, whereIs(first.row, first.file, file)));

    const organizations = mapped.organizations.flatMap((organization) => {
      const first = this.#organizations.get(organization.id);
      if (first === undefined) return [organization];
      const merged = mergedOrganization(first.content, organization, mapped.madeIds.organization);
      if (merged === 'conflict') refuse(conflictOf('organization', organization, first.content, mapped), first);
      return merged === 'conflict' || merged === 'same' ? [] : [merged];
    });
    const sites = mapped.sites.flatMap((site) => {
      const first = this.#sites.get(site.id);
      if (first === undefined) return [site];
      const merged = mergedSite(first.content, site);
      if (merged === 'conflict') refuse(conflictOf('site', site, first.content, mapped), first);
      return merged === 'conflict' || merged === 'same' ? [] : [merged];
    });
    const own = new Map<string, string>();
    const flows = mapped.flows.flatMap((flow) => {
      const content = fingerprint(flow);
      const before = own.get(flow.id);
      const first = this.#flows.get(flow.id) ?? (before === undefined ? undefined : { file, row, content: before });
      own.set(flow.id, content);
      if (first === undefined) return [flow];
      if (first.content !== content) refuse(flowConflict(flow, mapped), first);
      return [];
    });

    if (errors.length > 0) return { errors, fresh: { organizations: [], sites: [], flows: [] } };
    for (const content of organizations) keep(this.#organizations, content.id, { file, row, content }, 'organizations');
    for (const content of sites) keep(this.#sites, content.id, { file, row, content }, 'sites');
    for (const flow of flows) keep(this.#flows, flow.id, { file, row, content: fingerprint(flow) }, 'flows');
    return { errors, fresh: { organizations, sites, flows } };
  }
}

/** The first row that gave a record stays the one that messages name. */
function keep<T>(map: Map<string, Seen<T>>, id: string, seen: Seen<T>, what: string): void {
  const first = map.get(id);
  if (first === undefined && map.size >= mostRecords) {
    throw new DomainError('file_too_large', {
      expected: `at most ${mostRecords} distinct ${what} in one import`,
      got: 'more',
      next: 'Split the file and import the parts one after the other.',
    });
  }
  map.set(id, first === undefined ? seen : { ...first, content: seen.content });
}

/**
 * An organization that goes by its name gathers the activities of its rows; names that differ in capitals and blanks alone
 * are one. One with an id of its own must be told the same way in each row that tells it; an empty cell tells nothing.
 */
function mergedOrganization(
  first: Organization,
  again: Organization,
  isMadeId: boolean,
): Organization | 'same' | 'conflict' {
  if (!isMadeId && first.name !== again.name) return 'conflict';
  const added = again.nace.filter((code) => !first.nace.includes(code));
  if (added.length === 0) return 'same';
  if (!isMadeId && first.nace.length > 0) return 'conflict';
  return { ...first, nace: [...first.nace, ...added] };
}

function mergedSite(first: Site, again: Site): Site | 'same' | 'conflict' {
  if (first.organizationId !== again.organizationId || first.name !== again.name) return 'conflict';
  if (first.country !== null && again.country !== null && first.country !== again.country) return 'conflict';
  const isElsewhere =
    first.point !== null &&
    again.point !== null &&
    (first.point.latitude !== again.point.latitude || first.point.longitude !== again.point.longitude);
  if (isElsewhere) return 'conflict';
  const addsPoint = first.point === null && again.point !== null;
  const addsCountry = first.country === null && again.country !== null;
  if (!addsPoint && !addsCountry) return 'same';
  return { ...first, point: first.point ?? again.point, country: first.country ?? again.country };
}

interface Conflict {
  readonly column: string | null;
  readonly expected: string;
  readonly got: string;
  readonly next: string;
  readonly fix: Fix | null;
}

function problemOf({ expected, ...conflict }: Conflict, row: number, where: string): RowProblem {
  return { severity: 'error', code: 'duplicate_id', row, ...conflict, expected: `${expected} as in ${where}` };
}

function conflictOf(
  kind: 'organization' | 'site',
  again: Organization | Site,
  first: Organization | Site,
  { columns, madeIds }: MappedRow,
): Conflict {
  const next = madeIds[kind]
    ? `Correct the row, or give the ${kind} a name of its own if it is another one.`
    : `Correct the row, or give the ${kind} another id if it is another one.`;
  return {
    column: columns[kind],
    expected: `the ${kind} ${again.id.slice(0, 80)} to be the same`,
    got: difference(first, again),
    next,
    fix: null,
  };
}

function difference(first: Organization | Site, again: Organization | Site): string {
  if (first.name !== again.name) return `the name "${again.name.slice(0, 60)}" after "${first.name.slice(0, 60)}"`;
  if ('nace' in first || 'nace' in again) return 'other NACE codes';
  if (first.organizationId !== again.organizationId)
    return `another organization (${again.organizationId.slice(0, 60)})`;
  if (first.country !== again.country && first.country !== null) return `another country (${again.country})`;
  return `another place (${again.point?.latitude} north, ${again.point?.longitude} east)`;
}

function flowConflict(flow: ResourceFlow, { columns, madeIds }: MappedRow): Conflict {
  return {
    column: columns.flow,
    expected: `the flow ${flow.id.slice(0, 120)} to be the same`,
    got: 'other figures',
    next: madeIds.flow
      ? 'Give each of the two flows a name of its own, so that they can be told apart.'
      : 'Correct the row, or give the flow another id if it is another one.',
    fix: null,
  };
}

/** Flows share the few calendars of their file, so each is written out once. */
const written = new WeakMap<readonly boolean[], string>();

function marks(list: readonly boolean[]): string {
  const known = written.get(list);
  if (known !== undefined) return known;
  const text = list.map((marked) => (marked ? '1' : '0')).join('');
  written.set(list, text);
  return text;
}

/** 96 bits of everything the flow says: two different flows will not share them. */
function fingerprint(flow: ResourceFlow): string {
  const { availability, ...rest } = flow;
  const { hours, months, validFrom, validTo } = availability;
  return hash('sha256', JSON.stringify([rest, marks(hours), marks(months), validFrom, validTo]), 'base64').slice(0, 16);
}
