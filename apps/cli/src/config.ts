// The only place of the command that makes something of the environment.
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type LogLevel, readApiConfig } from '@crg/api/config';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface CliConfig {
  /** CRG_DEBUG=1: failures show their stack. */
  readonly debug: boolean;
  /** CRG_LOG_LEVEL; a person at a terminal wants to see what is wrong only, so `warn` when it is not set. */
  readonly logLevel: LogLevel;
  /** CRG_UPLOAD_MB: what the files of one import may come to when a browser or program sends them. */
  readonly uploadBytes: number;
  /** Where `--data` points when it is not given: `.crg/data` in the checkout, which git ignores. */
  readonly defaultDataFolder: string;
}

/** @throws DomainError invalid_input, naming the variable and what it may be */
export function readConfig(environment: Environment): CliConfig {
  const { logLevel, uploadBytes } = readApiConfig({ CRG_LOG_LEVEL: 'warn', ...environment });
  return {
    debug: environment.CRG_DEBUG === '1',
    logLevel,
    uploadBytes,
    defaultDataFolder: resolve(checkout, '.crg', 'data'),
  };
}

const checkout = fileURLToPath(new URL('../../../', import.meta.url));
