// Why nothing comes of a supply, a converter and a demand: where the way of `chains.ts` ends, in a sentence or by the judges' verdicts.
import type { Verdict } from '@crg/domain/match';
import type { CityIndex } from '../city-index.ts';
import { judgePair } from '../judges/judge-pair.ts';
import type { PreparedFlow } from '../prepared-flow.ts';
import { attemptChain, type ChainParts, type NoChain, pairThrough } from './chains.ts';
import { outputType } from './convert.ts';
import type { Converter } from './converter.ts';
import type { Refusal } from './models/model.ts';
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
  const parts = { supply, converter, demand };
  const attempt = attemptChain(index, parts);
  const reason = 'ends' in attempt ? reasonOf(attempt, parts) : null;
  if ('ends' in attempt && notConverted.has(attempt.ends))
    return { reasons: reason === null ? [] : [reason], verdicts: [] };
  const pair = pairThrough(index, parts);
  if ('refused' in pair) return { reasons: [refusedBy(parts, pair)], verdicts: [] };
  return { reasons: reason === null ? [] : [reason], verdicts: judgePair(pair, pair.permit) };
}

/** null where the judges' verdicts say it. */
function reasonOf(attempt: NoChain, parts: ChainParts): string | null {
  const { supply, demand, converter } = parts;
  switch (attempt.ends) {
    case 'input':
      return `${converter.label} takes ${converter.inputs.join(', ')}, not ${supply.type.id}.`;
    case 'output':
      return `${converter.label} makes ${outputType(converter, supply).label} of it, and the demand is for ${demand.type.label}.`;
    case 'refused':
      return refusedBy(parts, attempt);
    case 'fits_as_it_is':
      return 'The pair fits without a converter.';
    case 'size':
      return sizeReason(attempt.size, converter);
    case 'judges':
      return null;
  }
}

const refusedBy = ({ converter }: ChainParts, { refused }: Refusal) => `${converter.label}: ${refused}.`;

function sizeReason(size: number, { label, size: { smallest, largest, unit } }: Converter): string {
  const isSmall = smallest !== null && size < smallest;
  const built = isSmall ? `from ${smallest} ${unit} up` : `up to ${largest} ${unit}`;
  return `${label} would have ${size.toPrecision(3)} ${unit}; it is built ${built}.`;
}

const notConverted: ReadonlySet<NoChain['ends']> = new Set(['input', 'output', 'refused']);
