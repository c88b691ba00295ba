// The id of a match is its pair: stable over re-matching, and readable in an address.

/** `<supply_id>~<demand_id>`, each part percent-encoded so that a tilde or slash in an id stays unambiguous. */
export function matchId(supplyId: string, demandId: string): string {
  return `${part(supplyId)}~${part(demandId)}`;
}

/** The pair behind an id, or null when the text is not the id of a pair. */
export function pairOfMatchId(id: string): { supplyId: string; demandId: string } | null {
  const [supply, demand, ...rest] = id.split('~');
  if (!supply || !demand || rest.length > 0) return null;
  try {
    return { supplyId: decodeURIComponent(supply), demandId: decodeURIComponent(demand) };
  } catch {
    return null;
  }
}

/** `<supply_id>~<converter>~<demand_id>`, encoded as in the id of a match. */
export function chainId({ supplyId, converterId, demandId }: ChainIds): string {
  return `${part(supplyId)}~${part(converterId)}~${part(demandId)}`;
}

export interface ChainIds {
  readonly supplyId: string;
  readonly converterId: string;
  readonly demandId: string;
}

/** What stands behind an id, or null when the text is not the id of a chain. */
export function partsOfChainId(id: string): ChainIds | null {
  const [supply, converter, demand, ...rest] = id.split('~');
  if (!supply || !converter || !demand || rest.length > 0) return null;
  try {
    return {
      supplyId: decodeURIComponent(supply),
      converterId: decodeURIComponent(converter),
      demandId: decodeURIComponent(demand),
    };
  } catch {
    return null;
  }
}

function part(id: string): string {
  return encodeURIComponent(id).replaceAll('~', '%7E');
}
