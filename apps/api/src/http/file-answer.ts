// Answers that are files: streamed, named after the city and the day.
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

export interface FileName {
  /** Of the city. */
  readonly city: string;
  readonly what: string;
  readonly extension: string;
  readonly day: Date;
}

/**
 * Sends text as it is made. The first piece is made before the headers go, so that what fails at once is still answered as
 * a problem; what fails later breaks the connection, so that half a file is never taken for a whole one.
 */
export async function sendFile(
  reply: FastifyReply,
  pieces: AsyncGenerator<string>,
  { mediaType, name }: { mediaType: string; name: FileName },
): Promise<FastifyReply> {
  const first = await pieces.next();
  reply.header('content-type', mediaType).header('content-disposition', attachment(name));
  return reply.code(200).send(Readable.from(resumed(first, pieces), { objectMode: true }));
}

/** RFC 6266: a plain name for every program, the whole one beside it. */
export function attachment({ city, what, extension, day }: FileName): string {
  const rest = `${what}-${day.toISOString().slice(0, 10)}.${extension}`;
  const plain = city
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  const whole = `${city
    .replaceAll(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, ' ')
    .trim()
    .toWellFormed()
    .slice(0, 60)}-${rest}`;
  const encoded = encodeURIComponent(whole).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain === '' ? 'city' : plain}-${rest}"; filename*=UTF-8''${encoded}`;
}

async function* resumed(first: IteratorResult<string>, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    if (first.done !== true) yield first.value;
    yield* rest;
  } finally {
    // The reader went away: let go of the page that is being read.
    await rest.return(undefined);
  }
}
