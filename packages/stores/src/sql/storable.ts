import { DomainError } from '@crg/domain/errors';

/**
 * Refuses what PostgreSQL cannot hold, before the driver sees it: NUL characters, halves of surrogate pairs (they would
 * silently become another character) and numbers that are not finite.
 *
 * @param field path of `value` in the wire's spelling; '' for a whole record
 * @throws DomainError invalid_input naming the field
 */
export function assertStorable(value: unknown, field: string): void {
  const flaw = flawOf(value);
  if (flaw === null) return;
  const path = `${field}${flaw.path}`;
  throw new DomainError('invalid_input', {
    field: path.startsWith('.') ? path.slice(1) : path,
    expected: flaw.expected,
    got: flaw.got,
    next: 'Correct the field and send it again.',
  });
}

interface Flaw {
  readonly path: string;
  readonly expected: string;
  readonly got: string;
}

/** The first flaw in reading order. Paths are put together only once there is one: a city has millions of values. */
function flawOf(value: unknown): Flaw | null {
  switch (typeof value) {
    case 'string':
      return flawOfText(value);
    case 'number':
      return Number.isFinite(value) ? null : { path: '', expected: 'a finite number', got: String(value) };
    case 'object':
      return value === null ? null : Array.isArray(value) ? flawOfList(value) : flawOfRecord(value);
    default:
      return null;
  }
}

function flawOfList(list: readonly unknown[]): Flaw | null {
  for (let i = 0; i < list.length; i++) {
    const flaw = flawOf(list[i]);
    if (flaw !== null) return { ...flaw, path: `[${i}]${flaw.path}` };
  }
  return null;
}

function flawOfRecord(record: object): Flaw | null {
  for (const [key, item] of Object.entries(record)) {
    const flaw = flawOfText(key) ?? flawOf(item);
    if (flaw !== null) return { ...flaw, path: `.${wireName(key)}${flaw.path}` };
  }
  return null;
}

function flawOfText(text: string): Flaw | null {
  if (text.includes('\0')) {
    return { path: '', expected: 'text without NUL characters', got: `a NUL at position ${text.indexOf('\0')}` };
  }
  return text.isWellFormed()
    ? null
    : { path: '', expected: 'well-formed Unicode text', got: 'half of a surrogate pair' };
}

const wireName = (name: string) => name.replaceAll('\0', '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
