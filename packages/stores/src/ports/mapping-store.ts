import type { Json } from './job-store.ts';

/** Mappings that users keep to read files of the same kind again. What a mapping is, the file format knows. */
export interface MappingStore {
  /** By name (Unicode code points); there are at most `mostMappings`. */
  all(): Promise<readonly KeptMapping[]>;
  /** `full`: there are `mostMappings` of other names; nothing is written. */
  put(mapping: KeptMapping): Promise<'created' | 'replaced' | 'full'>;
  /** False: none of that name. */
  remove(name: string): Promise<boolean>;
}

export interface KeptMapping {
  readonly name: string;
  readonly mapping: Json;
}

export const mostMappings = 500;
