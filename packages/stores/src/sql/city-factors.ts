// The factors of a city's own, kept in its row: few, and read with it.
import type { FactorOverride } from '@crg/domain/flow';
import { sql } from 'kysely';
import { byCodePoint } from '../code-points.ts';
import type { ChangePosition } from '../ports/change-log.ts';
import { notOwn } from '../ports/city-store.ts';
import type { Removed, Replaced, Version } from '../ports/versioned.ts';
import type { Sql } from './connect.ts';
import { first, logged, writtenBy } from './records.ts';

export interface StoredFactor {
  readonly version: Version;
  readonly factor: FactorOverride;
}

export const factorsOf = (factors: readonly StoredFactor[]): readonly FactorOverride[] =>
  factors.map(({ factor }) => factor);

export async function readFactors(db: Sql): Promise<readonly StoredFactor[]> {
  const { rows } = await sql<FactorsRow>`select factors from city`.execute(db);
  return rows[0]?.factors ?? [];
}

/** Those that are stored, with what is given in place of them or beside them; what is equal keeps its version. */
export async function mergedFactors(
  transaction: Sql,
  given: readonly FactorOverride[],
): Promise<readonly StoredFactor[]> {
  let merged = (await lockedFactors(transaction)) ?? [];
  for (const factor of given) {
    const known = merged.find((stored) => stored.factor.id === factor.id);
    if (known !== undefined && isSame(known.factor, factor)) continue;
    merged = withFactor(merged, { factor, version: await nextVersion(transaction) });
  }
  return merged;
}

/** A factor that an import has put, and the one it overwrote. */
export interface PutByImport {
  readonly factor: FactorOverride;
  readonly before: FactorOverride | null;
}

/** What an import that states `given` overwrites; nothing of those that are so already. */
export function overwritten(
  stored: readonly FactorOverride[],
  given: readonly FactorOverride[],
): readonly PutByImport[] {
  return given.flatMap((factor) => {
    const before = stored.find(({ id }) => id === factor.id) ?? null;
    return before !== null && isSame(before, factor) ? [] : [{ factor, before }];
  });
}

/** Those that are stored without what an import has put; a factor that somebody has changed since stays. */
export async function factorsBefore(transaction: Sql, put: readonly PutByImport[]): Promise<readonly StoredFactor[]> {
  let left = (await lockedFactors(transaction)) ?? [];
  for (const { factor, before } of put) {
    const stored = left.find(({ factor: { id } }) => id === factor.id);
    if (stored === undefined || !isSame(stored.factor, factor)) continue;
    left = without(left, factor.id);
    if (before !== null) left = withFactor(left, { factor: before, version: await nextVersion(transaction) });
  }
  return left;
}

export async function putFactor(transaction: Sql, factor: FactorOverride, expected: Version): Promise<Replaced> {
  const stored = await lockedFactors(transaction);
  if (stored === null) return { outcome: 'not_found' };
  const currentVersion = versionOf(stored, factor.id);
  if (currentVersion !== expected) return { outcome: 'version_conflict', currentVersion };
  const version = await nextVersion(transaction);
  return {
    outcome: 'replaced',
    version,
    change: await writeFactors(transaction, withFactor(stored, { factor, version })),
  };
}

export async function removeFactor(transaction: Sql, id: string, expected: Version): Promise<Removed> {
  const stored = (await lockedFactors(transaction)) ?? [];
  const currentVersion = versionOf(stored, id);
  if (currentVersion === notOwn) return { outcome: 'not_found' };
  if (currentVersion !== expected) return { outcome: 'version_conflict', currentVersion };
  return { outcome: 'removed', change: await writeFactors(transaction, without(stored, id)) };
}

interface FactorsRow {
  factors: readonly StoredFactor[];
}

/** Locked, because what is written is made of what is read. null before a city was put. */
async function lockedFactors(transaction: Sql): Promise<readonly StoredFactor[] | null> {
  const { rows } = await sql<FactorsRow>`select factors from city for update`.execute(transaction);
  return rows[0]?.factors ?? null;
}

async function writeFactors(transaction: Sql, factors: readonly StoredFactor[]): Promise<ChangePosition> {
  const { rows } = await sql<Parameters<typeof writtenBy>[0]>`
    with written as (
      update city set factors = ${JSON.stringify(factors)}::jsonb, version = nextval('change_sequence') returning id, version
    ) ${logged('city', sql`'replaced'`)}`.execute(transaction);
  return writtenBy(first(rows)).change;
}

async function nextVersion(transaction: Sql): Promise<Version> {
  const { rows } = await sql<{ version: Version }>`select nextval('change_sequence') as version`.execute(transaction);
  return first(rows).version;
}

function versionOf(factors: readonly StoredFactor[], id: string): Version {
  return factors.find(({ factor }) => factor.id === id)?.version ?? notOwn;
}

const without = (factors: readonly StoredFactor[], id: string) => factors.filter(({ factor }) => factor.id !== id);

function withFactor(factors: readonly StoredFactor[], added: StoredFactor): readonly StoredFactor[] {
  const all = [...without(factors, added.factor.id), added];
  return all.sort((a, b) => byCodePoint(a.factor.id, b.factor.id));
}

function isSame(a: FactorOverride, b: FactorOverride): boolean {
  return (Object.keys(a) as (keyof FactorOverride)[]).every((field) => a[field] === b[field]);
}
