// A number as people type it, with a point or a comma; what could be read in two ways is asked back, never guessed.

export type NumberReading =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly expected: string; readonly got: string };

export function readNumber(text: string): NumberReading {
  const line = text
    .trim()
    .replace('\u2212', '-')
    .replaceAll(/[\s\u00a0\u202f]/g, '');
  if (line === '') return { kind: 'empty' };
  const got = text.trim();
  if (/^-?[1-9]\d{0,2}[.,]\d{3}$/.test(line)) {
    const whole = line.replace(/[.,]/, '');
    const parts = `${Number(line.replace(',', '.'))}`;
    return { kind: 'wrong', expected: `a number that reads one way only, ${whole} or ${parts}`, got };
  }
  const plain = /^-?\d+([.,]\d*)?$/.test(line) ? line.replace(',', '.') : withThousands(line);
  if (plain !== null) return { kind: 'number', value: Number(plain) };
  return { kind: 'wrong', expected: 'a number in digits, such as 1250 or 2.5', got };
}

/** As it stands in a field, read back as the same number; empty when it is not stated. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '';
  const text = value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
  // 1.234 alone could be a thousand; with one more digit it cannot.
  return readNumber(text).kind === 'wrong' ? `${text}0` : text;
}

/** `1,250.5`, `1.250,5`, `1,250,000`: the groups of three say which mark is which. */
function withThousands(line: string): string | null {
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(line)) return line.replaceAll(',', '');
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(line)) return line.replaceAll('.', '').replace(',', '.');
  return null;
}
