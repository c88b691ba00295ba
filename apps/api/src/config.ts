// The only place of the API that reads the environment: names in, one checked value out.
import { DomainError } from '@crg/domain/errors';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface ApiConfig {
  /** CRG_LOG_LEVEL; `info` when not set. */
  readonly logLevel: LogLevel;
  /** CRG_UPLOAD_MB: what the files of one import may come to when they are sent over HTTP; 500 when not set. */
  readonly uploadBytes: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws DomainError invalid_input, naming the variable and what it may be. */
export function readApiConfig(environment: Environment): ApiConfig {
  return { logLevel: logLevelOf(environment), uploadBytes: uploadMegabytesOf(environment) * bytesPerMegabyte };
}

const usualUploadMegabytes = 500;
const mostUploadMegabytes = 4000;
const bytesPerMegabyte = 1_000_000;
export const usualUploadBytes = usualUploadMegabytes * bytesPerMegabyte;

function logLevelOf({ CRG_LOG_LEVEL: given = 'info' }: Environment): LogLevel {
  const logLevel = logLevels.find((level) => level === given);
  if (logLevel === undefined) throw unusable('CRG_LOG_LEVEL', `one of ${logLevels.join(', ')}`, given);
  return logLevel;
}

function uploadMegabytesOf({ CRG_UPLOAD_MB: given = String(usualUploadMegabytes) }: Environment): number {
  const megabytes = /^[1-9]\d{0,3}$/.test(given) ? Number(given) : 0;
  if (megabytes >= 1 && megabytes <= mostUploadMegabytes) return megabytes;
  throw unusable('CRG_UPLOAD_MB', `a whole number of megabytes from 1 to ${mostUploadMegabytes}`, given);
}

function unusable(field: string, expected: string, given: string): DomainError {
  return new DomainError('invalid_input', {
    field,
    expected,
    got: `"${given}"`,
    next: 'Correct the variable or unset it.',
  });
}
