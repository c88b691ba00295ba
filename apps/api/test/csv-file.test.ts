// What stands in a CSV file comes out of it again, and a spreadsheet runs none of it.
import fc from 'fast-check';
import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { csvFile } from '../src/exports/csv-file.ts';
import { lineBetween } from '../src/exports/exported-matches.ts';
import { paged } from '../src/exports/paged.ts';
import { attachment, sendFile } from '../src/http/file-answer.ts';
import { readCsv } from './read-csv.ts';

async function written(values: readonly string[]): Promise<string> {
  async function* pages() {
    yield values;
  }
  const columns = [
    { name: 'text', value: (text: string) => text },
    { name: 'end', value: () => 'x' },
  ];
  let file = '';
  for await (const piece of csvFile(columns, pages(), {})) file += piece;
  return file;
}

test('any text reads back as it was, but for the mark before what looks like a formula', async () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[=+\-@"',;\r\n\t a1]{0,8}$/));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 5 }), async (values) => {
      const back = readCsv(await written(values)).map((row) => row.text ?? '');
      expect(back.map((value, index) => (value === values[index] ? value : value.slice(1)))).toEqual(values);
      for (const value of back) expect(value).not.toMatch(/^\s*[=+\-@]/);
    }),
  );
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1', '＝1'])('%j is shown, not run', async (text) => {
  expect(readCsv(await written([text]))[0]?.text).toBe(`'${text}`);
});

describe('a file of many pages', () => {
  const columns = [{ name: 'n', value: (n: number) => n }];
  const day = new Date('2026-03-01T12:00:00Z');
  const name = { city: 'Testhaven', what: 'numbers', extension: 'csv', day };

  /** Pages 1, 2 and 3; the one called `broken` cannot be read. */
  function pagesOf(asked: (string | null)[], broken: string | null = null) {
    return paged(async ({ cursor }) => {
      asked.push(cursor);
      if (cursor === broken && broken !== null) throw new Error('the store is gone');
      const page = Number(cursor ?? '1');
      return { items: [page], nextCursor: page === 3 ? null : String(page + 1) };
    });
  }

  function served(pages: AsyncGenerator<readonly number[]>) {
    const app = Fastify();
    app.get('/', async (_request, reply) =>
      sendFile(reply, csvFile(columns, pages, {}), { mediaType: 'text/csv', name }),
    );
    return app;
  }

  test('has all of them, each read only when it is wanted', async () => {
    const asked: (string | null)[] = [];
    const file = csvFile(columns, pagesOf(asked), { bom: 'no' });
    expect([(await file.next()).value, asked]).toEqual(['n\r\n1\r\n', [null]]);
    expect([(await file.next()).value, asked]).toEqual(['2\r\n', [null, '2']]);
    await file.return(undefined);
    expect(asked).toEqual([null, '2']);
  });

  test('is sent whole', async () => {
    const { body, statusCode } = await served(pagesOf([])).inject('/');
    expect([statusCode, body]).toEqual([200, '\uFEFFn\r\n1\r\n2\r\n3\r\n']);
  });

  test('whose first page cannot be read is an error, not a file', async () => {
    const pages = paged<number>(async () => {
      throw new Error('the store is gone');
    });
    const { statusCode, headers } = await served(pages).inject('/');
    expect([statusCode, headers['content-disposition']]).toEqual([500, undefined]);
  });

  test('that breaks off is a broken connection, never a shorter file', async () => {
    await expect(served(pagesOf([], '3')).inject('/')).rejects.toThrow(/destroyed/);
  });
});

describe('a line on the globe', () => {
  const at = (longitude: number, latitude: number) => ({ longitude, latitude });

  test('goes straight from one end to the other', () => {
    expect(lineBetween(at(11, 55), at(12, 56))).toEqual({
      type: 'LineString',
      coordinates: [
        [11, 55],
        [12, 56],
      ],
    });
    expect(lineBetween(at(11, 55), null)).toBeNull();
  });

  test('is cut at the antimeridian, where both parts meet', () => {
    expect(lineBetween(at(179, 10), at(-179, 20))).toEqual({
      type: 'MultiLineString',
      coordinates: [
        [
          [179, 10],
          [180, 15],
        ],
        [
          [-180, 15],
          [-179, 20],
        ],
      ],
    });
  });
});

describe('the name of a file', () => {
  const day = new Date('2026-03-01T12:00:00Z');
  const nameOf = (city: string) => attachment({ city, what: 'sites', extension: 'csv', day });

  test('keeps the letters of the city for those who can read them', () => {
    expect(nameOf('Ålborg Øst')).toBe(
      `attachment; filename="alborg-st-sites-2026-03-01.csv"; filename*=UTF-8''%C3%85lborg%20%C3%98st-sites-2026-03-01.csv`,
    );
  });

  test('is one header line of ASCII whatever the city is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (city) => {
        expect(nameOf(city)).toMatch(/^attachment; filename="[a-z0-9-]+\.csv"; filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/);
      }),
    );
  });
});
