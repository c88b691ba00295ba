// `npm run test:mutants`: breaks every judge, formula and rule in turn; the tests must notice each. `-- --json` for a machine,
// `-- --only TEXT` for the mutants with that text in their id or file. Exit code 1 when one survives, 2 when the run itself is at fault.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mutants } from './mutants/catalogue.ts';
import { type MutantResult, runMutants } from './mutants/run-mutants.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false }, only: { type: 'string' } } });
process.exitCode = await main(values.json, values.only ?? '');

async function main(json: boolean, only: string): Promise<number> {
  const chosen = mutants.filter(({ id, file }) => id.includes(only) || file.includes(only));
  if (chosen.length === 0) {
    console.error(`Expected mutants with "${only}" in their id or file, got none of ${mutants.length}.`);
    return 2;
  }
  const started = performance.now();
  const results = await runMutants(chosen, {
    root: join(import.meta.dirname, '..'),
    atOnce: 2,
    secondsAtMost: 60,
    progress: (result, done, of) =>
      console.error(`${done}/${of} ${result.killed ? 'killed  ' : 'SURVIVED'} ${result.id}`),
  });
  console.log(json ? JSON.stringify({ mutants: results }) : tableOf(results));
  console.error(`${Math.round((performance.now() - started) / 1000)} s`);
  return results.every(({ killed }) => killed) ? 0 : 1;
}

function tableOf(results: readonly MutantResult[]): string {
  const width = Math.max(...results.map(({ id }) => id.length));
  const rows = results.map(({ id, killed, by, file }) => `${id.padEnd(width)}  ${killed ? by : `SURVIVED in ${file}`}`);
  const survivors = results.filter(({ killed }) => !killed).length;
  return [...rows, '', `${results.length} mutants, ${results.length - survivors} killed, ${survivors} survived`].join(
    '\n',
  );
}
