// The answer about one pair in the words of the API, with what becomes of the pair in front: printed as JSON, and told as text.
import { chainResource } from '@crg/api/resources/chain';
import { endResources, explanation, matchResource, nearMissResource, verdictResource } from '@crg/api/resources/match';
import { engineVersion } from '@crg/engine/version';
import type { PairAnswer } from '@crg/services/explain-pair';

export type ExplainedPair = ReturnType<typeof explainedPair>;

/** As the API shows a match, a chain or a near miss, with what becomes of the pair in front. */
export function explainedPair(answer: PairAnswer, { year, converterId }: { year: number; converterId: string | null }) {
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
