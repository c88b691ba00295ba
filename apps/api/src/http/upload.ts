// A form with files, read part by part as it arrives: no file ever stands in memory as a whole.
import { parseJson } from '@crg/city-format/parse-json';
import { DomainError } from '@crg/domain/errors';
import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { RequestError, shortened } from './request-error.ts';

export interface UploadedFile {
  /** What the sender calls it, without folders and without characters that could deceive a reader. */
  readonly name: string;
  /** To be read to its end before the next file is asked for. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface Upload {
  readonly files: AsyncIterable<UploadedFile>;
  /** JSON of the other fields of the form by name, once the files have been read. */
  readonly fields: ReadonlyMap<string, unknown>;
  /** Aborted when the sender goes away. */
  readonly signal: AbortSignal;
}

export const uploadLimits = {
  files: 20,
  fields: 10,
  /** Bytes of one field: settings with some thousand corrections. */
  fieldBytes: 4_194_304,
} as const;

/** For the plugin. Sizes of files are counted here, over all files together. */
export const multipartLimits = {
  files: uploadLimits.files,
  fields: uploadLimits.fields,
  parts: uploadLimits.files + uploadLimits.fields,
  fieldNameSize: 100,
  fieldSize: uploadLimits.fieldBytes,
  headerPairs: 50,
  fileSize: Number.MAX_SAFE_INTEGER,
} as const;

/**
 * @param fileField name of the parts that are files; every other part is one of `fieldNames`
 * @param maxBytes of all files together
 * @throws RequestError while `files` is read: unsupported_media_type, malformed_request, invalid_input; DomainError file_too_large
 */
export function readUpload(
  request: FastifyRequest,
  { fileField, fieldNames, maxBytes }: { fileField: string; fieldNames: readonly string[]; maxBytes: number },
): Upload {
  if (!request.isMultipart()) throw notAForm(request.headers['content-type']);
  // Half a gigabyte that will be refused need not be sent.
  if (Number(request.headers['content-length'] ?? 0) > maxBytes + uploadLimits.fieldBytes) throw tooLarge(maxBytes);
  const fields = new Map<string, unknown>();
  const leaving = new AbortController();
  request.raw.once('close', () => {
    if (!request.raw.complete) leaving.abort(gone());
  });
  return { files: files(), fields, signal: leaving.signal };

  async function* files(): AsyncGenerator<UploadedFile> {
    let count = 0;
    const budget = { left: maxBytes };
    try {
      for await (const part of request.parts()) {
        if (part.type === 'field') {
          addField(part);
          continue;
        }
        if (part.fieldname !== fileField) throw unknownPart(part.fieldname, [fileField, ...fieldNames]);
        count++;
        yield { name: plainName(part.filename), bytes: counted(part, budget) };
      }
    } catch (error) {
      throw problemOf(error);
    }
    if (count === 0) throw noFile(fileField);
  }

  function addField({ fieldname, value, valueTruncated }: MultipartValue): void {
    if (!fieldNames.includes(fieldname)) {
      throw fieldname === fileField ? noFile(fileField) : unknownPart(fieldname, [fileField, ...fieldNames]);
    }
    if (valueTruncated) throw longField(fieldname);
    fields.set(fieldname, typeof value === 'string' ? parsed(fieldname, value) : value);
  }

  async function* counted({ file }: MultipartFile, budget: { left: number }): AsyncGenerator<Uint8Array> {
    try {
      for await (const chunk of file as AsyncIterable<Uint8Array>) {
        budget.left -= chunk.length;
        if (budget.left < 0) throw tooLarge(maxBytes);
        yield chunk;
      }
    } catch (error) {
      throw problemOf(error);
    }
  }
}

/** Names come from strangers: no folders, no control or direction marks, never empty and never endless. */
export function plainName(given: string | undefined): string {
  const name = (given ?? '')
    .toWellFormed()
    .split(/[/\\]/)
    .at(-1)
    ?.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '')
    .trim();
  return name === undefined || /^\.*$/.test(name) ? 'unnamed file' : [...name].slice(0, longestName).join('');
}

const longestName = 200;

function parsed(field: string, text: string): unknown {
  const read = parseJson(text);
  if (read.ok) return read.value;
  const [fault] = read.faults;
  throw new RequestError('malformed_json', {
    field,
    expected: fault?.expected ?? 'a JSON value',
    got: fault === undefined ? 'nothing' : `${fault.got} (line ${fault.line}, column ${fault.column})`,
    next: fault?.next ?? 'Send a JSON object.',
  });
}

function notAForm(given: string | undefined): RequestError {
  return new RequestError('unsupported_media_type', {
    field: 'content-type',
    expected: 'multipart/form-data with its boundary',
    got: given === undefined ? 'none' : shortened(given),
    next: 'Send the files as a form, e.g. curl -F file=@flows.csv.',
  });
}

function noFile(field: string): RequestError {
  return new RequestError('invalid_input', {
    field,
    expected: 'at least one file',
    got: 'none',
    next: `Send each file as a part called "${field}" with a file name.`,
  });
}

function unknownPart(name: string, known: readonly string[]): RequestError {
  return new RequestError('invalid_input', {
    field: shortened(name),
    expected: `a part called ${known.map((one) => `"${one}"`).join(' or ')}`,
    got: `"${shortened(name)}"`,
    next: 'Rename the part, or leave it out.',
  });
}

function longField(field: string): RequestError {
  return new RequestError('body_too_large', {
    field,
    expected: `at most ${uploadLimits.fieldBytes} bytes`,
    got: 'more',
    next: 'Send the files first and the settings with PUT afterwards.',
  });
}

function tooLarge(maxBytes: number): DomainError {
  return new DomainError('file_too_large', {
    expected: `at most ${Math.floor(maxBytes / bytesPerMegabyte)} MB in all files together`,
    got: 'more',
    next: 'Split the file, or raise CRG_UPLOAD_MB and start again; `crg import FILE` takes files of any size.',
  });
}

const bytesPerMegabyte = 1_000_000;

function gone(): RequestError {
  return new RequestError('malformed_request', {
    expected: 'the whole form',
    got: 'a connection that closed before its end',
    next: 'Send it again.',
  });
}

/** What the parser of the form says, in our words. */
function problemOf(error: unknown): unknown {
  const code = (error as { code?: string }).code ?? '';
  if (error instanceof RequestError || error instanceof DomainError) return error;
  if (/^FST_(PARTS|FILES|FIELDS)_LIMIT$/.test(code)) {
    return new RequestError('invalid_input', {
      expected: `at most ${uploadLimits.files} files and ${uploadLimits.fields} fields`,
      got: 'more parts',
      next: 'Send fewer files at once.',
    });
  }
  if (code === 'FST_PROTO_VIOLATION') return unknownPart('__proto__', ['file']);
  if (code === 'FST_INVALID_JSON_FIELD_ERROR') {
    return new RequestError('malformed_json', { expected: 'JSON', got: 'something else', next: 'Correct the field.' });
  }
  if (code === 'FST_MP_PREMATURE_CLOSE') return gone();
  return brokenForm(error);
}

const parserWords = /multipart|boundary|end of|malformed|part terminated|header|stream/i;

function brokenForm(error: unknown): unknown {
  if (!(error instanceof Error) || !parserWords.test(error.message)) return error;
  return new RequestError('malformed_request', {
    field: 'content-type',
    expected: 'a form that ends as its boundary says',
    got: `something else (${shortened(error.message)})`,
    next: 'Let the program choose the boundary and send the whole form.',
  });
}
