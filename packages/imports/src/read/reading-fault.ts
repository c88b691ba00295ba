// The two ways in which a file as a whole is refused.
import { DomainError } from '@crg/domain/errors';

export interface Refusal {
  readonly expected: string;
  readonly got: string;
  /** A whole sentence. */
  readonly next: string;
}

export function unreadable(refusal: Refusal, cause?: unknown): DomainError {
  return new DomainError('unreadable_file', refusal, cause === undefined ? {} : { cause });
}

export function tooLarge(refusal: Refusal): DomainError {
  return new DomainError('file_too_large', refusal);
}

/** A piece of the file as it can stand in a message: one line, no invisible characters, not long. */
export function quoted(text: string, longest = 60): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return JSON.stringify(cut.toWellFormed()).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (invisible) => {
    return `\\u${(invisible.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}

/** 1234567 -> `1,234,567`, as messages write numbers. */
export function counted(value: number): string {
  return value.toLocaleString('en-GB');
}

export function megabytes(bytes: number): string {
  return `${counted(Math.round(bytes / 1024 / 1024))} MiB`;
}
