// Runs of the matching in two tables: a row per run, and its lists as packed columns. What is asked is answered from memory.
import type { PairLists } from '@crg/domain/pair-columns';
import { sql } from 'kysely';
import { type ChangePosition, compareChangePositions } from '../ports/change-log.ts';
import type { MatchStore, RunEnd, RunHead, RunPatch, RunSummary } from '../ports/match-store.ts';
import { currentRow, type KeptSuggestions, type ShownRun } from '../suggestions/kept-suggestions.ts';
import {
  findChain,
  findMatch,
  findNearMiss,
  pageOfChains,
  pageOfMatches,
  pageOfNearMisses,
} from '../suggestions/listed-pairs.ts';
import { packLists } from '../suggestions/packed-lists.ts';
import { indexSuggestions, type SuggestionIndex } from '../suggestions/suggestion-index.ts';
import { countOf, facetsOf, overviewOf, totalsOf } from '../suggestions/summed-up.ts';
import type { Sql } from './connect.ts';
import { within } from './guard.ts';
import { first } from './records.ts';
import { assertStorable } from './storable.ts';

export function matchStore(db: Sql, kept: KeptSuggestions): MatchStore {
  const ask = async <T>(question: (index: SuggestionIndex) => T): Promise<T> => {
    const shown = await kept.shown(db);
    return question(shown?.index ?? (await nothingSuggested));
  };
  return {
    replace: async (run, lists, end) => {
      const written = await replace(db, run, lists, end);
      if (written === 'replaced') await kept.shown(db, { newest: true });
      return written;
    },
    patch: async (change, lists) => {
      const written = await within(db, (transaction) => patch(transaction, change, lists));
      if (written === 'patched') await kept.shown(db, { newest: true });
      return written;
    },
    currentRun: async () => summaryOf(await kept.shown(db)),
    page: async (filter, sort, request) => {
      assertStorable(filter, '');
      return ask((index) => pageOfMatches(index, filter, sort, request));
    },
    get: (pair) => ask((index) => findMatch(index, pair)),
    count: (filter) => ask((index) => countOf(index, filter)),
    facets: (filter, valueEdges) => ask((index) => facetsOf(index, filter, valueEdges)),
    chains: async (filter, sort, request) => {
      assertStorable(filter, '');
      return ask((index) => pageOfChains(index, filter, sort, request));
    },
    getChain: (chain) => ask((index) => findChain(index, chain)),
    nearMisses: async (filter, request) => {
      assertStorable(filter, '');
      return ask((index) => pageOfNearMisses(index, filter, request));
    },
    getNearMiss: (pair) => ask((index) => findNearMiss(index, pair)),
    totals: (filter) => ask((index) => totalsOf(index, filter)),
    overview: () => ask(overviewOf),
  };
}

/** Before the first run. */
const nothingSuggested = indexSuggestions([], []);

function summaryOf(shown: ShownRun | null): RunSummary | null {
  if (shown === null) return null;
  const { run, index } = shown;
  return {
    engine: run.engine,
    k: run.k,
    basedOn: run.based_on,
    notices: run.notices,
    storedAt: run.stored_at.toISOString(),
    patches: run.patches,
    matches: index.matches.supply.length,
    chains: index.chains.supply.length,
    nearMisses: index.nearMisses.supply.length,
  };
}

async function replace(
  db: Sql,
  run: RunHead,
  lists: AsyncIterable<PairLists>,
  end: () => RunEnd,
): Promise<'replaced' | 'outdated'> {
  assertStorable(run, '');
  if (isOlder(run, await currentRow(db))) return 'outdated';
  // What a process that died has left behind. There is one writer at a time: the matching is one job.
  await removeHidden(db);
  const id = await begin(db, run);
  try {
    let parts = 0;
    for await (const part of lists) {
      if (!(await addPart(db, { id, part: parts++ }, part))) return 'outdated';
    }
    return await within(db, (transaction) => show(transaction, { id, parts }, run, end()));
  } finally {
    await removeHidden(db);
  }
}

const isOlder = ({ basedOn }: RunHead, shown: { based_on: ChangePosition } | null) =>
  shown !== null && compareChangePositions(basedOn, shown.based_on) < 0;

async function begin(db: Sql, { engine, k, basedOn }: RunHead): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into match_runs (engine, k, based_on) values (${engine}, ${k}, ${basedOn}) returning id`.execute(db);
  return first(rows).id;
}

/** False when the run is no more: another one has begun. */
async function addPart(db: Sql, { id, part }: { id: number; part: number }, lists: PairLists): Promise<boolean> {
  assertStorable(lists.flowIds, 'flowIds');
  const { rows } = await sql`
    insert into match_run_parts (run, part, bytes) select id, ${part}, ${packLists(lists)} from match_runs where id = ${id}
    returning part`.execute(db);
  return rows.length === 1;
}

async function show(
  transaction: Sql,
  { id, parts }: { id: number; parts: number },
  run: RunHead,
  { notices }: RunEnd,
): Promise<'replaced' | 'outdated'> {
  assertStorable(notices, 'notices');
  // One writer at a time; readers are not held up.
  await sql`lock table match_runs in share row exclusive mode`.execute(transaction);
  if (isOlder(run, await currentRow(transaction))) return 'outdated';
  await sql`update match_runs set current = false where current and id <> ${id}`.execute(transaction);
  const { rows } = await sql`
    update match_runs set current = true, parts = ${parts}, notices = ${JSON.stringify(notices)}::jsonb,
      stored_at = clock_timestamp()
    where id = ${id} returning id`.execute(transaction);
  if (rows.length === 0) throw new Error(`Expected the run ${id} that was being written, got none.`);
  return 'replaced';
}

async function patch(
  transaction: Sql,
  { from, basedOn, engine, k, notices }: RunPatch,
  lists: PairLists,
): Promise<'patched' | 'outdated'> {
  assertStorable(notices, 'notices');
  await sql`lock table match_runs in share row exclusive mode`.execute(transaction);
  const shown = await currentRow(transaction);
  if (shown === null || shown.based_on !== from || shown.engine !== engine || shown.k !== k) return 'outdated';
  if (compareChangePositions(basedOn, from) < 0) return 'outdated';
  const isEmpty = lists.supplies.length === 0;
  if (!isEmpty) await addPart(transaction, { id: shown.id, part: shown.parts }, lists);
  await sql`
    update match_runs set based_on = ${basedOn}, parts = parts + ${isEmpty ? 0 : 1}::integer, patches = patches + 1,
      notices = ${JSON.stringify(notices)}::jsonb, stored_at = clock_timestamp()
    where id = ${shown.id}`.execute(transaction);
  return 'patched';
}

/** Takes away every run that is not shown, some lists at a time. */
async function removeHidden(db: Sql): Promise<void> {
  let removed = 0;
  for (let last = partsAtATime; last === partsAtATime; removed += last) {
    const { rows } = await sql`
      delete from match_run_parts where (run, part) in (
        select part.run, part.part from match_run_parts as part join match_runs as run on run.id = part.run
        where not run.current limit ${partsAtATime})
      returning part`.execute(db);
    last = rows.length;
  }
  await sql`delete from match_runs where not current`.execute(db);
  // Lists are large: their room is wanted for the next run, before the embedded database tidies up by itself.
  if (removed > 0 && !db.isTransaction) await sql`vacuum match_run_parts`.execute(db);
}

const partsAtATime = 8;
