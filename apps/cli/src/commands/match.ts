// `crg match`: a city file in, a matches file out, no database.
import { createHash } from 'node:crypto';
import { matchesFile } from '@crg/city-format/matches-file';
import type { MatchRun, Notice } from '@crg/domain/match';
import { matchCity } from '@crg/engine/match-city';
import { readCity } from '@crg/services/read-city';
import { readTextFile } from '../read-text-file.ts';
import type { Terminal } from '../terminal.ts';
import { writeTextFile } from '../write-text-file.ts';

export interface MatchOptions {
  readonly input: string;
  readonly output: string;
  readonly k: number;
}

/** @throws InvalidInput when the city file is refused, DomainError when a file cannot be read or written */
export async function match({ input, output, k }: MatchOptions, terminal: Terminal): Promise<void> {
  const began = performance.now();
  const { bytes, text } = await readTextFile(input, terminal);
  const { city, notices } = readCity(text);
  // The file has no sentences: without them a city of 100,000 flows fits in memory.
  const run = withNotices(matchCity(city, { k, explain: false }), notices);
  await writeTextFile(output, matchesFile(run, createHash('sha256').update(bytes).digest('hex')), terminal);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  terminal.tell(
    `crg match: ${city.flows.length} flows, ${run.matches.length} matches, ${run.chains.length} chains, ${run.nearMisses.length} near misses, ${run.notices.length} notices in ${seconds} s`,
  );
}

/** The reader's notices and the engine's as one list by flow, so that the order of the input does not show. */
function withNotices(run: MatchRun, read: readonly Notice[]): MatchRun {
  return { ...run, notices: [...run.notices, ...read].sort(byFlow) };
}

function byFlow(a: Notice, b: Notice): number {
  return compare(a.flowId ?? '', b.flowId ?? '') || compare(a.code, b.code) || compare(a.text, b.text);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
