// The only place of the command that reads the environment.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface CliConfig {
  /** CRG_DEBUG=1: failures show their stack. */
  readonly debug: boolean;
  /** Where `--data` points when it is not given: `.crg/data` in the checkout, which git ignores. */
  readonly defaultDataFolder: string;
}

export function readConfig(environment: Readonly<Record<string, string | undefined>>): CliConfig {
  return {
    debug: environment.CRG_DEBUG === '1',
    defaultDataFolder: resolve(checkout, '.crg', 'data'),
  };
}

const checkout = fileURLToPath(new URL('../../../', import.meta.url));
