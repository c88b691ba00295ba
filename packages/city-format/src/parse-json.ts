// JSON with errors a person can find: line and column of a slip of the pen, and keys written twice, which JSON.parse drops silently.

export interface JsonFault {
  /** Path of the value that holds the fault, e.g. `flows[3]`; empty at the top. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly expected: string;
  readonly got: string;
  readonly next: string;
}

export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly faults: readonly JsonFault[] };

/**
 * Parses one JSON text (RFC 8259). A byte order mark in front is allowed.
 *
 * The scan stops at the first syntax error; keys written twice in one object are reported up to a hundred, except below
 * `x_…` fields, which nobody reads.
 */
export function parseJson(text: string): ParsedJson {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const faults = scan(text, start);
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: JSON.parse(start === 0 ? text : text.slice(start)) };
}

/** Names a JSON child: `.name` for a plain key, `["odd key"]` otherwise, `[3]` for an element. */
export function childPath(parent: string, child: string | number): string {
  if (typeof child === 'number') return `${parent}[${child}]`;
  if (!/^[A-Za-z_][\w-]*$/.test(child)) return `${parent}[${JSON.stringify(child.slice(0, 60))}]`;
  return parent === '' ? child : `${parent}.${child}`;
}

const deepest = 200;
const mostFaults = 100;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

// Sticky: each match starts exactly where the scan stands.
const escapePattern = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const wordPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y;

/** An open object or list. `keys` is reused by every object at the same depth. */
interface Frame {
  isObject: boolean;
  /** Where we are inside: the last key, or the element's index. */
  at: string | number;
  readonly keys: Set<string>;
}

/** Walks the text with its own stack, so that a million brackets cannot overflow ours. */
function scan(text: string, start: number): JsonFault[] {
  const faults: JsonFault[] = [];
  const frames: Frame[] = [];
  let depth = 0;
  let position = skipSpace(text, start);

  const stop = (expected: string, next = 'Correct the JSON at this place.'): JsonFault[] => {
    const { line, column } = placeOf(text, position);
    const path = pathOf(frames, depth);
    faults.push({ path, line, column, expected, got: gotAt(text, position), next });
    return faults;
  };

  /** Reads `"key":` and leaves the position at its value; false when it is not there. */
  const readKey = (frame: Frame): boolean => {
    const end = endOfString(text, position);
    if (end === -1) return false;
    const literal = text.slice(position + 1, end - 1);
    const key = literal.includes('\\') ? (JSON.parse(`"${literal}"`) as string) : literal;
    if (frame.keys.has(key) && faults.length < mostFaults && !isUnread(key, frames, depth - 1)) {
      const { line, column } = placeOf(text, position);
      const path = pathOf(frames, depth - 1);
      faults.push({
        path: childPath(path, key),
        line,
        column,
        expected: 'each field once in an object',
        got: `"${key}" a second time`,
        next: 'Keep one of the two.',
      });
    }
    frame.keys.add(key);
    frame.at = key;
    position = skipSpace(text, end);
    if (text.charCodeAt(position) !== COLON) return false;
    position = skipSpace(text, position + 1);
    return true;
  };

  for (;;) {
    // A value begins here.
    const code = text.charCodeAt(position);
    if (code === OPEN_OBJECT || code === OPEN_LIST) {
      const isObject = code === OPEN_OBJECT;
      if (depth === deepest) return stop(`at most ${deepest} objects and lists inside each other`);
      let frame = frames[depth];
      if (frame === undefined) {
        frame = { isObject, at: 0, keys: new Set() };
        frames.push(frame);
      }
      frame.isObject = isObject;
      frame.at = isObject ? '' : 0;
      frame.keys.clear();
      position = skipSpace(text, position + 1);
      if (text.charCodeAt(position) !== (isObject ? CLOSE_OBJECT : CLOSE_LIST)) {
        depth++;
        if (isObject && !readKey(frame)) return stop('a field in double quotes and a colon');
        continue;
      }
      position++;
    } else if (code === QUOTE) {
      const end = endOfString(text, position);
      if (end === -1)
        return stop('a text closed by a double quote on the same line, with \\ only before " \\ / b f n r t u');
      position = end;
    } else {
      wordPattern.lastIndex = position;
      if (!wordPattern.test(text)) {
        return stop('a JSON value (object, list, text in double quotes, number, true, false or null)');
      }
      position = wordPattern.lastIndex;
    }

    // A value ended here: close what closes, then go on to the next one.
    for (;;) {
      position = skipSpace(text, position);
      const frame = depth === 0 ? undefined : frames[depth - 1];
      if (frame === undefined) {
        return position === text.length ? faults : stop('the end of the file', 'Keep one JSON object in the file.');
      }
      const after = text.charCodeAt(position);
      if (after === (frame.isObject ? CLOSE_OBJECT : CLOSE_LIST)) {
        position++;
        depth--;
        continue;
      }
      if (after !== COMMA) return stop(frame.isObject ? 'a comma or }' : 'a comma or ]');
      position = skipSpace(text, position + 1);
      if (typeof frame.at === 'number') frame.at++;
      if (frame.isObject && !readKey(frame)) return stop('a field in double quotes and a colon');
      break;
    }
  }
}

function skipSpace(text: string, position: number): number {
  for (;;) {
    const code = text.charCodeAt(position);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return position;
    position++;
  }
}

/** The position after the closing quote, or -1 when no well-formed string starts here. */
function endOfString(text: string, position: number): number {
  if (text.charCodeAt(position) !== QUOTE) return -1;
  for (let at = position + 1; ; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH) {
      escapePattern.lastIndex = at;
      if (!escapePattern.test(text)) return -1;
      at = escapePattern.lastIndex - 1;
    } else if (!(code >= 0x20)) {
      return -1; // a control character, or NaN behind the end of the text
    }
  }
}

function isUnread(key: string, frames: readonly Frame[], depth: number): boolean {
  if (key.startsWith('x_')) return true;
  return frames.slice(0, depth).some((frame) => typeof frame.at === 'string' && frame.at.startsWith('x_'));
}

function pathOf(frames: readonly Frame[], depth: number): string {
  let path = '';
  for (const frame of frames.slice(0, Math.min(depth, 30))) {
    if (frame.at !== '') path = childPath(path, frame.at);
  }
  return path;
}

function placeOf(text: string, position: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < position; at = text.indexOf('\n', at + 1)) {
    line++;
    lineStart = at + 1;
  }
  return { line, column: position - lineStart + 1 };
}

function gotAt(text: string, position: number): string {
  if (position >= text.length) return 'the end of the file';
  return JSON.stringify(text.slice(position, position + 20));
}
