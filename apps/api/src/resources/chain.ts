// Chains as the API shows them: a match with the converter that it leads through.
import type { Chain as ChainResource, ConverterUse } from '@crg/api-contract/chain';
import { chainId } from '@crg/api-contract/match-id';
import type * as domain from '@crg/domain/match';
import type { Ends } from './ends.ts';
import { matchResource } from './match.ts';

export function chainResource(chain: domain.Chain, ends: Ends): ChainResource {
  const { supplyId, demandId, converters } = chain;
  const converterId = converters.map(({ id }) => id).join();
  return {
    ...matchResource(chain, ends),
    id: chainId({ supplyId, converterId, demandId }),
    converters: converters.map(converterUse),
  };
}

function converterUse({
  id,
  label,
  input,
  output,
  electricityMwhPerYear,
  investmentEur,
}: domain.ConverterUse): ConverterUse {
  return {
    id,
    label,
    input: { ...input },
    output: { ...output },
    electricity_mwh_per_year: electricityMwhPerYear,
    investment_eur: { ...investmentEur },
  };
}
