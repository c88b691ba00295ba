// `crg explain`: everything about one pair of a city file.
import { chainResource } from '@crg/api/resources/chain';
import { endResources, explanation, matchResource, nearMissResource, verdictResource } from '@crg/api/resources/match';
import { engineVersion } from '@crg/engine/version';
import { recordsOf } from '@crg/services/city-records';
import { explainPair, type PairAnswer } from '@crg/services/explain-pair';
import { readCity } from '@crg/services/read-city';
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
  const shown = pairResource(answer, { year: city.year, converterId });
  await terminal.write(options.json ? `${JSON.stringify(shown, null, 2)}\n` : `${pairText(shown)}\n`);
}

export type ExplainedPair = ReturnType<typeof pairResource>;

/** As the API shows a match, a chain or a near miss, with what becomes of the pair in front. */
function pairResource(answer: PairAnswer, { year, converterId }: { year: number; converterId: string | null }) {
  const { ends, through } = answer;
  const asked = {
    supply_id: ends.supply.flow.id,
    converter_id: converterId,
    demand_id: ends.demand.flow.id,
    engine: engineVersion,
    year,
    fits_through: [...through],
  };
  switch (answer.outcome) {
    case 'match': {
      const { match, ...run } = answer.found;
      const detail = { ...matchResource(match, ends), explanation: explanation(match, ends, { ...run, year }) };
      return { outcome: answer.outcome, ...asked, ...detail };
    }
    case 'chain': {
      const { match, ...run } = answer.found;
      const detail = { ...chainResource(match, ends), explanation: explanation(match, ends, { ...run, year }) };
      return { outcome: answer.outcome, ...asked, ...detail };
    }
    case 'near_miss':
      return { outcome: answer.outcome, ...asked, ...nearMissResource(answer.nearMiss, ends) };
    case 'rejected': {
      const verdicts = answer.verdicts.map(verdictResource);
      const failed = verdicts.filter(({ result }) => result === 'fail').map(({ judge }) => judge);
      return {
        outcome: answer.outcome,
        ...asked,
        reasons: [...answer.reasons],
        failed,
        verdicts,
        ...endResources(ends),
      };
    }
  }
}
