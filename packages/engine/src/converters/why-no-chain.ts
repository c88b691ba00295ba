// Why nothing comes of a supply, a converter and a demand: the way of `chains.ts`, step by step, with a sentence where it ends.
import type { Verdict } from '@crg/domain/match';
import type { CityIndex } from '../city-index.ts';
import { failuresOf, judgePair } from '../judges/judge-pair.ts';
import { typeAccepts } from '../judges/type.ts';
import { pairOf } from '../pair.ts';
import type { PreparedFlow } from '../prepared-flow.ts';
import { convertFor } from './asked.ts';
import { assessChain, assessTreatment } from './chain-permit.ts';
import { conversionCosts } from './conversion-costs.ts';
import type { Converted } from './convert.ts';
import { outputType } from './convert.ts';
import type { Converter } from './converter.ts';
import { converterById } from './table.ts';

interface Parts {
  readonly supply: PreparedFlow;
  readonly demand: PreparedFlow;
  readonly converterId: string;
}

/** @throws Error for a converter that the table does not have */
export function whyNoChain(
  index: CityIndex,
  { supply, demand, converterId }: Parts,
): { reasons: readonly string[]; verdicts: readonly Verdict[] } {
  const converter = converterById(converterId);
  if (converter === null) throw new Error(`Expected a converter of the table, got ${converterId}.`);
  const { label, inputs } = converter;
  if (!inputs.includes(supply.type.id)) {
    return none(`${label} takes ${inputs.join(', ')}, not ${supply.type.id}.`);
  }
  const output = outputType(converter, supply);
  if (!typeAccepts(demand.type, output)) {
    return none(`${label} makes ${output.label} of it, and the demand is for ${demand.type.label}.`);
  }
  const converted = convertFor({ supply, converter, demand }, index);
  if ('refused' in converted) return none(`${label}: ${converted.refused}.`);
  return judged(index, { supply, demand, converter }, converted);
}

function judged(
  index: CityIndex,
  { supply, demand, converter }: { supply: PreparedFlow; demand: PreparedFlow; converter: Converter },
  { flow, conversion }: Converted,
) {
  const pair = { ...pairOf(index.classified(flow), demand, index), conversion };
  const verdicts = judgePair(pair, assessChain(index.desk.assess(pair), assessTreatment(conversion, index.desk)));
  const direct = pairOf(supply, demand, index);
  const fitsAsItIs = typeAccepts(demand.type, supply.type) && failuresOf(direct, index.desk).length === 0;
  const { size } = conversionCosts(pair, conversion, index.factors.mids);
  const { smallest, largest, unit } = converter.size;
  const reasons = [
    ...(fitsAsItIs ? ['The pair fits without a converter.'] : []),
    ...(smallest !== null && size < smallest
      ? [`${converter.label} would have ${size.toPrecision(3)} ${unit}; it is built from ${smallest} ${unit} up.`]
      : []),
    ...(largest !== null && size > largest
      ? [`${converter.label} would have ${size.toPrecision(3)} ${unit}; it is built up to ${largest} ${unit}.`]
      : []),
  ];
  return { reasons, verdicts };
}

function none(reason: string): { reasons: readonly string[]; verdicts: readonly Verdict[] } {
  return { reasons: [reason], verdicts: [] };
}
