// GeoJSON cut into its features while it streams by, so that a file of any length needs the memory of its largest feature.
import type { ReadLimits } from './limits.ts';
import { counted, megabytes, quoted, tooLarge, unreadable } from './reading-fault.ts';

export interface JsonPart {
  /** `feature`: one element of a list called `features`. `document`: a whole outermost object, with that list emptied. */
  readonly kind: 'feature' | 'document';
  readonly text: string;
  /** Line of the file on which `text` begins, from 1. */
  readonly line: number;
  /** Only for a document: it had a list of features. */
  readonly hadFeatures: boolean;
}

/**
 * Cuts one GeoJSON text, or several one after the other (a feature per line), into parts. Brackets and strings are followed, nothing
 * else: what is inside a part is for a JSON parser to judge.
 *
 * @throws DomainError unreadable_file where there is something else between the parts, file_too_large for a part beyond `recordBytes`
 */
export async function* splitFeatures(text: AsyncIterable<string>, limits: ReadLimits): AsyncGenerator<JsonPart> {
  const ready: JsonPart[] = [];
  const cutter = new FeatureCutter(limits, ready);
  for await (const piece of text) {
    cutter.take(piece);
    yield* ready;
    ready.length = 0;
  }
  cutter.end();
  yield* ready;
}

type Place = 'outside' | 'document' | 'list' | 'feature';

class FeatureCutter {
  readonly #limits: ReadLimits;
  readonly #ready: JsonPart[];
  #place: Place = 'outside';
  #line = 1;
  /** The outermost object so far, without what stands in its list of features. */
  #document = '';
  #documentLine = 1;
  #hadFeatures = false;
  #feature = '';
  #featureLine = 1;
  #features = 0;
  /** Open brackets: of the document, and of the feature within it. */
  #depth = 0;
  #featureDepth = 0;
  #inString = false;
  #escaped = false;
  /** The last string at the top of the document: a name, or the text after one. */
  #name = '';
  #nameOpen = false;
  #awaits: 'feature' | 'feature_or_end' | 'comma_or_end' = 'feature_or_end';

  constructor(limits: ReadLimits, ready: JsonPart[]) {
    this.#limits = limits;
    this.#ready = ready;
  }

  take(piece: string): void {
    let from = 0;
    for (let at = 0; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (code === lineFeed) this.#line++;
      const before = this.#place;
      if (before === 'document') this.#inDocument(code, piece, at);
      else if (before === 'feature') this.#inFeature(code);
      else if (before === 'list') this.#inList(code, piece, at);
      else this.#outside(code, piece, at);
      if (before === this.#place) continue;
      // What belongs to the place that ends here is kept; a closing bracket still belongs to what it closes.
      const end = before === 'feature' || before === 'document' ? at + 1 : at;
      this.#keep(before, piece.slice(from, end));
      if (before === 'feature') this.#emitFeature();
      if (before === 'document' && this.#place === 'outside') this.#emitDocument();
      from = before === 'feature' || before === 'document' ? at + 1 : at;
    }
    this.#keep(this.#place, piece.slice(from));
  }

  end(): void {
    if (this.#place === 'outside') return;
    throw unreadable({
      expected: 'the end of the GeoJSON',
      got: `the end of the file in line ${counted(this.#line)}, after ${counted(this.#features)} features`,
      next: 'The file was cut off: export or copy it again.',
    });
  }

  #keep(place: Place, text: string): void {
    if (place === 'document') this.#document += text;
    if (place === 'feature') this.#feature += text;
    if (this.#document.length > this.#limits.recordBytes) throw this.#tooLong('the collection without its features');
    if (this.#feature.length > this.#limits.recordBytes) throw this.#tooLong(`feature ${counted(this.#features + 1)}`);
  }

  #emitFeature(): void {
    this.#features++;
    this.#ready.push({ kind: 'feature', text: this.#feature, line: this.#featureLine, hadFeatures: false });
    this.#feature = '';
  }

  #emitDocument(): void {
    this.#ready.push({
      kind: 'document',
      text: this.#document,
      line: this.#documentLine,
      hadFeatures: this.#hadFeatures,
    });
    this.#document = '';
  }

  #outside(code: number, piece: string, at: number): void {
    if (isSpace(code) || code === recordSeparator) return;
    if (code !== openObject) throw this.#odd('an object', piece, at);
    this.#place = 'document';
    this.#documentLine = this.#line;
    this.#hadFeatures = false;
    this.#depth = 1;
    this.#name = '';
  }

  #inDocument(code: number, piece: string, at: number): void {
    if (this.#inString) {
      if (this.#nameOpen && this.#name.length < longestName) this.#name += piece[at];
      if (this.#followString(code)) this.#nameOpen = false;
      return;
    }
    if (code === quote) {
      this.#inString = true;
      this.#nameOpen = this.#depth === 1;
      if (this.#nameOpen) this.#name = '';
    } else if (code === openObject || code === openList) {
      if (code === openList && this.#depth === 1 && this.#name === 'features"') {
        this.#place = 'list';
        this.#hadFeatures = true;
        this.#awaits = 'feature_or_end';
      } else this.#depth++;
    } else if (code === closeObject || code === closeList) {
      this.#depth--;
      if (this.#depth === 0) this.#place = 'outside';
    }
  }

  #inList(code: number, piece: string, at: number): void {
    if (isSpace(code)) return;
    if (code === openObject && this.#awaits !== 'comma_or_end') {
      this.#place = 'feature';
      this.#featureLine = this.#line;
      this.#featureDepth = 1;
      this.#awaits = 'comma_or_end';
    } else if (code === closeList && this.#awaits !== 'feature') {
      this.#place = 'document';
      this.#name = '';
    } else if (code === comma && this.#awaits === 'comma_or_end') this.#awaits = 'feature';
    else throw this.#odd(this.#awaits === 'comma_or_end' ? 'a comma or ]' : 'a feature', piece, at);
  }

  #inFeature(code: number): void {
    if (this.#inString) this.#followString(code);
    else if (code === quote) this.#inString = true;
    else if (code === openObject || code === openList) this.#featureDepth++;
    else if (code === closeObject || code === closeList) {
      this.#featureDepth--;
      if (this.#featureDepth === 0) this.#place = 'list';
    }
  }

  /** True at the quote that ends the string. */
  #followString(code: number): boolean {
    if (this.#escaped) this.#escaped = false;
    else if (code === backslash) this.#escaped = true;
    else if (code === quote) {
      this.#inString = false;
      return true;
    }
    return false;
  }

  #odd(expected: string, piece: string, at: number): Error {
    return unreadable({
      expected: `${expected} in line ${counted(this.#line)} of the GeoJSON`,
      got: quoted(piece.slice(at, at + 20)),
      next: 'Export the data again.',
    });
  }

  #tooLong(what: string): Error {
    return tooLarge({
      expected: `features of at most ${megabytes(this.#limits.recordBytes)}`,
      got: `more in ${what}`,
      next: 'Simplify the shapes, or export points.',
    });
  }
}

const lineFeed = 0x0a;
const recordSeparator = 0x1e;
const quote = 0x22;
const comma = 0x2c;
const openList = 0x5b;
const backslash = 0x5c;
const closeList = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;

/** Names at the top of a document are short; of a longer one only the beginning is kept. */
const longestName = 20;

const isSpace = (code: number) => code === 0x20 || code === lineFeed || code === 0x0d || code === 0x09;
