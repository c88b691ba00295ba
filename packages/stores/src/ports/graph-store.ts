/** Who could exchange with whom: organizations as nodes, their suggested matches gathered into directed edges. */
export interface GraphStore {
  /** Says that the stored matches are others now; every answer from here on follows from them. */
  matchesChanged(): Promise<void>;
  /**
   * Organizations at most `steps` (>= 1) edges away, in either direction, and the edges among them. Nodes by steps, then id; edges
   * by supplier, then receiver. null: the organization is not in the projection.
   */
  neighbourhood(organizationId: string, steps: number): Promise<Neighbourhood | null>;
  /** Groups that are connected, direction ignored; largest first, ties by smallest id; ids sorted in each. */
  components(): Promise<readonly (readonly string[])[]>;
}

export interface Neighbourhood {
  readonly nodes: readonly { readonly organizationId: string; readonly steps: number }[];
  readonly edges: readonly ExchangeEdge[];
}

/** All suggestions from one supplier to one receiver. */
export interface ExchangeEdge {
  readonly supplierId: string;
  readonly receiverId: string;
  readonly matches: number;
  readonly bestScore: number;
  readonly marginEurPerYear: number;
}
