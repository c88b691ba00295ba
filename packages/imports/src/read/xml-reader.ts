// XML of a spreadsheet part as events, within bounds; a DOCTYPE, and with it every entity of its own, is refused.
import { SaxesParser } from 'saxes';
import type { ReadLimits } from './limits.ts';
import { quoted, tooLarge, unreadable } from './reading-fault.ts';

export interface XmlEvents {
  /** Name without its prefix. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/**
 * Feeds one part to `events`, yielding after each chunk so that the caller can pass on what it has gathered.
 *
 * @throws DomainError unreadable_file, file_too_large
 */
export async function* readXml(
  chunks: AsyncIterable<Uint8Array>,
  part: string,
  limits: ReadLimits,
  events: XmlEvents,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let silence = 0;
  parser.on('error', (fault) => {
    throw broken(part, fault.message, fault);
  });
  parser.on('doctype', () => {
    throw broken(part, 'a document type declaration, which spreadsheets do not have');
  });
  parser.on('opentag', ({ name, attributes }) => {
    silence = 0;
    if (++depth > limits.xmlDepth) throw broken(part, `more than ${limits.xmlDepth} elements inside each other`);
    events.open(localName(name), attributes as Record<string, string>);
  });
  parser.on('text', (text) => {
    silence = 0;
    events.text(text);
  });
  parser.on('cdata', (text) => {
    silence = 0;
    events.text(text);
  });
  parser.on('closetag', ({ name }) => {
    silence = 0;
    depth--;
    events.close(localName(name));
  });
  for await (const text of xmlText(chunks, part)) {
    silence += text.length;
    parser.write(text);
    if (silence > limits.xmlPieceCharacters) throw endless(part, limits);
    yield;
  }
  parser.close();
  yield;
}

/** For parts that are read as a whole. */
export async function readWholeXml(
  chunks: AsyncIterable<Uint8Array>,
  part: string,
  limits: ReadLimits,
  events: XmlEvents,
): Promise<void> {
  for await (const _ of readXml(chunks, part, limits, events));
}

export function broken(part: string, got: string, cause?: unknown): Error {
  const next = 'Open it in a spreadsheet program and save it again as XLSX.';
  return unreadable({ expected: `well-formed XML in ${quoted(part)}`, got, next }, cause);
}

function endless(part: string, limits: ReadLimits): Error {
  return tooLarge({
    expected: `pieces of XML of at most ${limits.xmlPieceCharacters.toLocaleString('en-GB')} characters in ${quoted(part)}`,
    got: 'a longer one',
    next: 'Open it in a spreadsheet program, shorten the longest cells and save it again.',
  });
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Parts are UTF-8 in practice; the standard also allows UTF-16, which has a byte order mark. */
async function* xmlText(chunks: AsyncIterable<Uint8Array>, part: string): AsyncGenerator<string> {
  let decode: ((chunk?: Uint8Array) => string) | undefined;
  for await (const chunk of chunks) {
    decode ??= decoderOf(chunk, part);
    // Small pieces keep what is gathered between them small.
    for (let at = 0; at < chunk.length; at += pieceBytes) yield decode(chunk.subarray(at, at + pieceBytes));
  }
  if (decode !== undefined) yield decode();
}

const pieceBytes = 16 * 1024;

function decoderOf(first: Uint8Array, part: string): (chunk?: Uint8Array) => string {
  const decoder = new TextDecoder(labelOf(first), { fatal: true });
  return (chunk) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch (fault) {
      throw broken(part, 'bytes that are no characters', fault);
    }
  };
}

function labelOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
