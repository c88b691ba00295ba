// `crg explain`: everything about one pair of a city file.
import { recordsOf } from '@crg/services/city-records';
import { explainPair } from '@crg/services/explain-pair';
import { readCity } from '@crg/services/read-city';
import { explainedPair } from '../explain/explained-pair.ts';
import { pairText } from '../explain/pair-text.ts';
import { readTextFile } from '../read-text-file.ts';
import type { Terminal } from '../terminal.ts';

export interface ExplainOptions {
  readonly input: string;
  readonly supply: string;
  readonly demand: string;
  readonly converter?: string;
  readonly json?: true;
}

/** @throws InvalidInput when the city file is refused; DomainError for an id that is not there, or a file that cannot be read */
export async function explain(options: ExplainOptions, terminal: Terminal): Promise<void> {
  const { text } = await readTextFile(options.input, terminal);
  const { city } = readCity(text);
  const { supply: supplyId, demand: demandId, converter: converterId = null } = options;
  const answer = explainPair(recordsOf(city), { supplyId, demandId, converterId });
  const shown = explainedPair(answer, { year: city.year, converterId });
  await terminal.write(options.json ? `${JSON.stringify(shown, null, 2)}\n` : `${pairText(shown)}\n`);
}
