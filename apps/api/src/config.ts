// The only place of the API that reads the environment: names in, one checked value out.
import { DomainError } from '@crg/domain/errors';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface ApiConfig {
  /** CRG_LOG_LEVEL; `info` when not set. */
  readonly logLevel: LogLevel;
}

/** Throws DomainError invalid_input, naming the variable and what it may be. */
export function readApiConfig(environment: Readonly<Record<string, string | undefined>>): ApiConfig {
  const given = environment.CRG_LOG_LEVEL;
  const logLevel = given === undefined ? 'info' : logLevels.find((level) => level === given);
  if (logLevel !== undefined) return { logLevel };
  throw new DomainError('invalid_input', {
    field: 'CRG_LOG_LEVEL',
    expected: `one of ${logLevels.join(', ')}`,
    got: `"${given}"`,
    next: 'Correct the variable or unset it.',
  });
}
