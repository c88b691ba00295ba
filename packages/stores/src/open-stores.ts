// The only place that picks an implementation.
import { embeddedDefaults, openEmbedded } from './embedded/open-embedded.ts';
import type { Stores } from './ports/stores.ts';

/** One member per implementation. */
export type StoresConfig = {
  readonly kind: 'embedded';
  /** Data folder; made if it is not there. */
  readonly directory: string;
  /** Gets one line for people when something takes long or goes wrong. */
  readonly log: (line: string) => void;
};

/**
 * Opens the stores, with the schema brought to the newest.
 *
 * @throws DomainError data_folder_in_use | data_folder_unusable
 */
export function openStores(config: StoresConfig): Promise<Stores> {
  switch (config.kind) {
    case 'embedded':
      return openEmbedded({ ...embeddedDefaults(), directory: config.directory, log: config.log });
  }
}
