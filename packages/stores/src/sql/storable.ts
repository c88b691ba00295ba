import { DomainError } from '@crg/domain/errors';

/**
 * Refuses what PostgreSQL cannot hold, before the driver sees it: NUL characters, halves of surrogate pairs (they would
 * silently become another character) and numbers that are not finite.
 *
 * @param field path of `value` in the wire's spelling; '' for a whole record
 * @throws DomainError invalid_input naming the field
 */
export function assertStorable(value: unknown, field: string): void {
  if (typeof value === 'string') assertText(value, field);
  else if (typeof value === 'number' && !Number.isFinite(value)) refuse(field, 'a finite number', String(value));
  else if (Array.isArray(value)) for (const [i, item] of value.entries()) assertStorable(item, `${field}[${i}]`);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const path = field === '' ? wireName(key) : `${field}.${wireName(key)}`;
      assertText(key, path.replaceAll('\0', ''));
      assertStorable(item, path);
    }
  }
}

function assertText(text: string, field: string): void {
  if (text.includes('\0')) refuse(field, 'text without NUL characters', `a NUL at position ${text.indexOf('\0')}`);
  if (!text.isWellFormed()) refuse(field, 'well-formed Unicode text', 'half of a surrogate pair');
}

function refuse(field: string, expected: string, got: string): never {
  throw new DomainError('invalid_input', { field, expected, got, next: 'Correct the field and send it again.' });
}

const wireName = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
